/// Bluesky (AT Protocol), with an app password, with a sign-in on the page of the account's server, or by what
/// everybody may see.
@NullMarked
package io.tidemark.collect.connector.bluesky;

import org.jspecify.annotations.NullMarked;
