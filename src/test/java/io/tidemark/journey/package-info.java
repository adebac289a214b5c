/// The packaged program as a user meets it: processes, HTTP, a browser.
@NullMarked
package io.tidemark.journey;

import org.jspecify.annotations.NullMarked;
