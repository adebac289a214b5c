/// Notes on dates over HTTP.
@NullMarked
package io.tidemark.serve.note;

import org.jspecify.annotations.NullMarked;
