/// Pure functions over frames: no SQL, no HTTP, no clock of their own.
@NullMarked
package io.tidemark.analytics;

import org.jspecify.annotations.NullMarked;
