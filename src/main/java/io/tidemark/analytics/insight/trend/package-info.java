/// How daily numbers go: their usual course, unusual days, changes of level, the week against the week
/// before, and what to expect.
@NullMarked
package io.tidemark.analytics.insight.trend;

import org.jspecify.annotations.NullMarked;
