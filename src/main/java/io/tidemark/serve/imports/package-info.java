/// Files that are imported over HTTP: taken in, looked at, appended in their turn, and what became of them.
@NullMarked
package io.tidemark.serve.imports;

import org.jspecify.annotations.NullMarked;
