/// Mathematics that several findings share: robust scales, tests, solved equations, control of false claims.
@NullMarked
package io.tidemark.analytics.statistics;

import org.jspecify.annotations.NullMarked;
