/// All findings of a business as one list: held to one rate of false claims, free of contradictions, ranked, and
/// remembered, so that each opens and closes once.
@NullMarked
package io.tidemark.analytics.insight.feed;

import org.jspecify.annotations.NullMarked;
