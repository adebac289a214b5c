/// What every endpoint speaks with: parameters, problems, JSON, and who may see what.
@NullMarked
package io.tidemark.serve.http;

import org.jspecify.annotations.NullMarked;
