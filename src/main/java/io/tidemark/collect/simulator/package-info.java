/// Platforms made by us, for tests and the demonstration: real HTTP on this machine, over a truth that grows on a
/// clock.
@NullMarked
package io.tidemark.collect.simulator;

import org.jspecify.annotations.NullMarked;
