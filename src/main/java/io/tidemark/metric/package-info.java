/// The dictionary: platforms, metrics, what each platform provides, and the versioned definitions of
/// derived metrics. Everything that depends on the meaning of a number asks here. Depends on no other package.
@NullMarked
package io.tidemark.metric;

import org.jspecify.annotations.NullMarked;
