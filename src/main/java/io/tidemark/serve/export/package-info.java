/// Taking the data out: tables and answers as files that stream.
@NullMarked
package io.tidemark.serve.export;

import org.jspecify.annotations.NullMarked;
