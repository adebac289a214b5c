/// From readings of cumulative counters to what happened on local days: growth curves, interpolation, counters
/// that fall, values at standard ages. Pure functions of a post's history.
@NullMarked
package io.tidemark.analytics.activity;

import org.jspecify.annotations.NullMarked;
