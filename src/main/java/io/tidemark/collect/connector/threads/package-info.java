/// Accounts of Threads, by the sign-in of their owners.
@NullMarked
package io.tidemark.collect.connector.threads;

import org.jspecify.annotations.NullMarked;
