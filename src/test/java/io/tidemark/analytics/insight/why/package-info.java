/// What is tested of why numbers change.
@NullMarked
package io.tidemark.analytics.insight.why;

import org.jspecify.annotations.NullMarked;
