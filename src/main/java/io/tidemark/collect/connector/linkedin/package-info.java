/// LinkedIn: pages of organizations, with all their analytics, and people's own posts, which must be named.
@NullMarked
package io.tidemark.collect.connector.linkedin;

import org.jspecify.annotations.NullMarked;
