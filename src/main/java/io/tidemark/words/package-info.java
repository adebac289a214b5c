/// What is said in sentences: which sentence, and what is in its places. English is made from these here;
/// [io.tidemark.language] and the page make other languages of them.
@NullMarked
package io.tidemark.words;

import org.jspecify.annotations.NullMarked;
