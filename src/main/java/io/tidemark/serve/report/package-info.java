/// Reports for clients over HTTP.
@NullMarked
package io.tidemark.serve.report;

import org.jspecify.annotations.NullMarked;
