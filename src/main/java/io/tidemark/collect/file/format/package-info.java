/// What a format of export files is: recognised by content, read row by row, with the account of every row.
@NullMarked
package io.tidemark.collect.file.format;

import org.jspecify.annotations.NullMarked;
