/// X as the simulator shows it: sign-in, timelines, posts by id, and the bill.
@NullMarked
package io.tidemark.collect.simulator.x;

import org.jspecify.annotations.NullMarked;
