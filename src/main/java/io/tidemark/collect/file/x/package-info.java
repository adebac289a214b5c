/// X's export files, and those of Twitter Analytics before it.
@NullMarked
package io.tidemark.collect.file.x;

import org.jspecify.annotations.NullMarked;
