/// The languages in which the server says what leaves it without a page: mails, files, the command line. German is made
/// of the same catalogue and by the same rules as on the page.
@NullMarked
package io.tidemark.language;

import org.jspecify.annotations.NullMarked;
