/// YouTube's export files.
@NullMarked
package io.tidemark.collect.file.youtube;

import org.jspecify.annotations.NullMarked;
