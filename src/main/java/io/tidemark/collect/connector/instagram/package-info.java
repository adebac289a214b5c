/// Instagram's professional accounts, through a page of Facebook or through Instagram's own sign-in.
@NullMarked
package io.tidemark.collect.connector.instagram;

import org.jspecify.annotations.NullMarked;
