/// Meta's export files: Facebook and Instagram.
@NullMarked
package io.tidemark.collect.file.meta;

import org.jspecify.annotations.NullMarked;
