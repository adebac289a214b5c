/// Facebook and Instagram as the simulator shows them: both sign-ins, pages, professional accounts and their
/// insights.
@NullMarked
package io.tidemark.collect.simulator.meta;

import org.jspecify.annotations.NullMarked;
