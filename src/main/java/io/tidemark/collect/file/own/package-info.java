/// Tidemark's own exports, read back: into another business, or into another installation.
@NullMarked
package io.tidemark.collect.file.own;

import org.jspecify.annotations.NullMarked;
