/// The analytics over HTTP: from a query string to a question, from an answer to JSON. What is computed, and how,
/// belongs to `io.tidemark.analytics`.
@NullMarked
package io.tidemark.serve.analytics;

import org.jspecify.annotations.NullMarked;
