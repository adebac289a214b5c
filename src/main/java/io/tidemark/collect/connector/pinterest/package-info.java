/// Accounts of Pinterest: pins with their lifetime counters, days of the account, analytics of pins.
@NullMarked
package io.tidemark.collect.connector.pinterest;

import org.jspecify.annotations.NullMarked;
