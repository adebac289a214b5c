/// Five addresses with flat answers, kept for programs that were written for them. They compute nothing of their own:
/// every number is one that the analytics give, by another name.
@NullMarked
package io.tidemark.serve.legacy;

import org.jspecify.annotations.NullMarked;
