/// A business's last whole week, in numbers, findings and words.
@NullMarked
package io.tidemark.analytics.insight.digest;

import org.jspecify.annotations.NullMarked;
