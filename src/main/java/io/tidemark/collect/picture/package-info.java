/// Small pictures of posts: fetched once from where platforms keep them, made small, and kept.
@NullMarked
package io.tidemark.collect.picture;

import org.jspecify.annotations.NullMarked;
