/// The load study: run by hand (`bench/run`), since times depend on the machine.
@NullMarked
package io.tidemark.bench;

import org.jspecify.annotations.NullMarked;
