/// Why a number changed between two periods: an exact split of the change into its parts, and which of them chance
/// alone would not have made.
@NullMarked
package io.tidemark.analytics.insight.why;

import org.jspecify.annotations.NullMarked;
