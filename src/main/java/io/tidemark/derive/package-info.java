/// After an append: reads what is affected through the ledger, computes current values and summaries,
/// and writes them through the ledger in the same transaction.
@NullMarked
package io.tidemark.derive;

import org.jspecify.annotations.NullMarked;
