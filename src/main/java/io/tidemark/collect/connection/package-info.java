/// Connections with platforms: signing in, keeping tokens sealed, renewing them, and choosing what is collected.
@NullMarked
package io.tidemark.collect.connection;

import org.jspecify.annotations.NullMarked;
