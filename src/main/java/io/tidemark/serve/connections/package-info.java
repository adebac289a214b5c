/// Connections with platforms over HTTP.
@NullMarked
package io.tidemark.serve.connections;

import org.jspecify.annotations.NullMarked;
