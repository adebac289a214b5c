/// Saved views over HTTP.
@NullMarked
package io.tidemark.serve.view;

import org.jspecify.annotations.NullMarked;
