/// LinkedIn's export files.
@NullMarked
package io.tidemark.collect.file.linkedin;

import org.jspecify.annotations.NullMarked;
