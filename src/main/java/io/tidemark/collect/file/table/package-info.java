/// Files as tables: containers, encodings, headers and cells, whatever platform wrote them.
@NullMarked
package io.tidemark.collect.file.table;

import org.jspecify.annotations.NullMarked;
