/// Files of tools that people used before: posts of several platforms in one table.
@NullMarked
package io.tidemark.collect.file.tools;

import org.jspecify.annotations.NullMarked;
