/// Tables of any tool, read as a person says: which column is what, and how days and numbers are written.
@NullMarked
package io.tidemark.collect.file.mapping;

import org.jspecify.annotations.NullMarked;
