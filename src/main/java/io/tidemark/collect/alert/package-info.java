/// Tells people when live collection needs them: by mail, or to a webhook.
@NullMarked
package io.tidemark.collect.alert;

import org.jspecify.annotations.NullMarked;
