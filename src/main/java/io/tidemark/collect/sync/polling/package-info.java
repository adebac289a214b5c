/// Decides which posts are read next: state and budget in, an order of readings out. No SQL, no HTTP, no clock
/// of its own. [io.tidemark.collect.sync.polling.PollingPolicy] is where to start.
@NullMarked
package io.tidemark.collect.sync.polling;

import org.jspecify.annotations.NullMarked;
