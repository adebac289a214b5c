/// YouTube as the simulator shows it: Google's sign-in, the Data API with its units, and the Analytics API, which knows
/// days when they have been counted.
@NullMarked
package io.tidemark.collect.simulator.youtube;

import org.jspecify.annotations.NullMarked;
