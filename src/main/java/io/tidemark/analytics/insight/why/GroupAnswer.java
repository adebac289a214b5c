package io.tidemark.analytics.insight.why;

import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a platform, an account or a content type made of a change. The groups of one kind add up to all of it.
///
/// @param platform null where the group is of several
/// @param account null where the group is no account
/// @param contentType null where the group is no content type
/// @param posts published in the period
/// @param value what its posts have, null where none reports
/// @param previous what those of the other period had
/// @param change its part of the change
/// @param effects what the change is made of, by name
public record GroupAnswer(
        @Nullable Platform platform,
        @Nullable AccountName account,
        @Nullable ContentType contentType,
        int posts,
        int previousPosts,
        @Nullable Double value,
        @Nullable Double previous,
        double change,
        Map<String, Double> effects,
        Evidence evidence) {}
