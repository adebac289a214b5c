/// HTTP: parse, authorise, call, render.
@NullMarked
package io.tidemark.serve;

import org.jspecify.annotations.NullMarked;
