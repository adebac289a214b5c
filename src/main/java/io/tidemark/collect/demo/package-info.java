/// A labelled demonstration business, generated from a fixed seed and collected as any other business is.
@NullMarked
package io.tidemark.collect.demo;

import org.jspecify.annotations.NullMarked;
