/// What Facebook, Instagram and Threads share: Meta's Graph API with its pages, errors, limits, days and insights.
@NullMarked
package io.tidemark.collect.connector.graph;

import org.jspecify.annotations.NullMarked;
