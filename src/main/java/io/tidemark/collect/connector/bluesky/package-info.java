/// Bluesky (AT Protocol), with an app password or by what everybody may see.
@NullMarked
package io.tidemark.collect.connector.bluesky;

import org.jspecify.annotations.NullMarked;
