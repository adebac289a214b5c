/// Members of businesses and keys of programs over HTTP.
@NullMarked
package io.tidemark.serve.member;

import org.jspecify.annotations.NullMarked;
