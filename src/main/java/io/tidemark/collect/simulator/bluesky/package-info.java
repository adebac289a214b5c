/// Bluesky, simulated: a server where accounts are at home, which gives sessions for app passwords, and the one that
/// shows everybody what is public.
@NullMarked
package io.tidemark.collect.simulator.bluesky;

import org.jspecify.annotations.NullMarked;
