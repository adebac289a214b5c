/// When to post: what an account's posts tell of the hours of the week, and how sure that is.
@NullMarked
package io.tidemark.analytics.insight.timing;

import org.jspecify.annotations.NullMarked;
