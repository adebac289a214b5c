/// Labels of posts and groups of accounts over HTTP.
@NullMarked
package io.tidemark.serve.label;

import org.jspecify.annotations.NullMarked;
