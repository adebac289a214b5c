/// Businesses, members, sign-in and tokens.
@NullMarked
package io.tidemark.tenancy;

import org.jspecify.annotations.NullMarked;
