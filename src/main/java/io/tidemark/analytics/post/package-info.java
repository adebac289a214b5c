/// Posts one by one: lists in any order, page by page, rankings, and all that is known of a single post.
@NullMarked
package io.tidemark.analytics.post;

import org.jspecify.annotations.NullMarked;
