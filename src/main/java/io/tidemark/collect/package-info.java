/// Producing observations: what collects accounts anew, beside files and the demonstration.
@NullMarked
package io.tidemark.collect;

import org.jspecify.annotations.NullMarked;
