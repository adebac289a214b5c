/// X, API v2. Reads are paid for by the post: what is asked for, and where, is chosen by price.
@NullMarked
package io.tidemark.collect.connector.x;

import org.jspecify.annotations.NullMarked;
