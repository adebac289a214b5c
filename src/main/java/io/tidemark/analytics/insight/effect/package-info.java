/// What works: how content types, hashtags, length, weekdays and the like go together with what posts reach, of all of
/// them at once and with false claims held to a rate.
@NullMarked
package io.tidemark.analytics.insight.effect;

import org.jspecify.annotations.NullMarked;
