/// How live collection does, over HTTP.
@NullMarked
package io.tidemark.serve.health;

import org.jspecify.annotations.NullMarked;
