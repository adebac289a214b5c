/// Mastodon, on any server, and servers that speak its API. Each has its own accounts, limits and version.
@NullMarked
package io.tidemark.collect.connector.mastodon;

import org.jspecify.annotations.NullMarked;
