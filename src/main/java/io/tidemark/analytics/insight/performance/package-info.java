/// How posts did for their age: growth curves, fair rankings, posts that break out, how long posts live.
@NullMarked
package io.tidemark.analytics.insight.performance;

import org.jspecify.annotations.NullMarked;
