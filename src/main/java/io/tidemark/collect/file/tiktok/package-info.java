/// TikTok's export files.
@NullMarked
package io.tidemark.collect.file.tiktok;

import org.jspecify.annotations.NullMarked;
