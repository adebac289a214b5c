/// Tests of posting times over HTTP.
@NullMarked
package io.tidemark.serve.experiment;

import org.jspecify.annotations.NullMarked;
