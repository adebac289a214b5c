/// Facebook pages, and the sign-in that opens them and the Instagram accounts behind them.
@NullMarked
package io.tidemark.collect.connector.facebook;

import org.jspecify.annotations.NullMarked;
