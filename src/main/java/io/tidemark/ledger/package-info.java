/// PostgreSQL: schema, embedded server, appending observations, reading histories and frames, storing
/// what is derived. The only package that speaks SQL.
@NullMarked
package io.tidemark.ledger;

import org.jspecify.annotations.NullMarked;
