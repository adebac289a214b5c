/// What the texts of posts hold: which labels they earn by rules, and the reading of hashtags, words and links. Plain
/// functions.
@NullMarked
package io.tidemark.ledger.label;

import org.jspecify.annotations.NullMarked;
