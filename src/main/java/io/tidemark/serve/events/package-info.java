/// What has changed, as server-sent events.
@NullMarked
package io.tidemark.serve.events;

import org.jspecify.annotations.NullMarked;
