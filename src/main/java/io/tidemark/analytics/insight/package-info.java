/// Findings with their evidence: when to post, which posts stand out, what changed, what is a record. Every finding
/// says how sure it is, and "cannot be told from these data" is a finding.
@NullMarked
package io.tidemark.analytics.insight;

import org.jspecify.annotations.NullMarked;
