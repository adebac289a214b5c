/// Live collection: when which platform is called, how often a call is repeated, what is stored of its answers,
/// and what is told where it fails.
@NullMarked
package io.tidemark.collect.sync;

import org.jspecify.annotations.NullMarked;
