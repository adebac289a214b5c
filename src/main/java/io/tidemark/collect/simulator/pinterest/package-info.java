/// Pinterest made by us: sign-in, pins, analytics whose days settle late, limits.
@NullMarked
package io.tidemark.collect.simulator.pinterest;

import org.jspecify.annotations.NullMarked;
