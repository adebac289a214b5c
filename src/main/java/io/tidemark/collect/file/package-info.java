/// Native export files: detection by content, reading, and the account of every row.
@NullMarked
package io.tidemark.collect.file;

import org.jspecify.annotations.NullMarked;
