/// The columnar view of one business: posts and account days as immutable column arrays, with filters
/// and groupings. A missing value is `NaN` in a column and never zero.
@NullMarked
package io.tidemark.frame;

import org.jspecify.annotations.NullMarked;
