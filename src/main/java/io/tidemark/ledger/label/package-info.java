/// Which labels a post's text and address earn: rules, and the reading of hashtags, words and links. Plain functions.
@NullMarked
package io.tidemark.ledger.label;

import org.jspecify.annotations.NullMarked;
