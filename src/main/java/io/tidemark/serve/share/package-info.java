/// Links that show pages to people without an account, over HTTP.
@NullMarked
package io.tidemark.serve.share;

import org.jspecify.annotations.NullMarked;
