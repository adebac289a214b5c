/// LinkedIn as far as the connector sees it.
@NullMarked
package io.tidemark.collect.simulator.linkedin;

import org.jspecify.annotations.NullMarked;
