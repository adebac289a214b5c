/// YouTube: the Data API, which lists videos and tells their counters as they stand, and the Analytics API, which tells
/// the owner more, two to three days later. Both are called in the name of a channel.
@NullMarked
package io.tidemark.collect.connector.youtube;

import org.jspecify.annotations.NullMarked;
