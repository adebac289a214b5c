/// What it takes to read a platform: HTTP and mapping, nothing else. Paging, repeating, limits, budgets, tokens and
/// storing belong to `collect.sync`.
@NullMarked
package io.tidemark.collect.connector;

import org.jspecify.annotations.NullMarked;
