/// Studies of findings: simulated accounts whose truth is known, judged by the product's own code.
@NullMarked
package io.tidemark.bench.insight;

import org.jspecify.annotations.NullMarked;
