/// Jobs over HTTP: asking for a refresh, and what became of it.
@NullMarked
package io.tidemark.serve.jobs;

import org.jspecify.annotations.NullMarked;
