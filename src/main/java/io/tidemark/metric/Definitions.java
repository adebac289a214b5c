package io.tidemark.metric;

import java.util.List;
import java.util.Optional;

/// The definitions of all derived numbers. Which terms of an engagement a platform has, [Engagements] says.
public final class Definitions {
    public static final Definition ENGAGEMENT = new Definition(
            "engagement/1",
            "Engagement",
            "Reactions (likes where the platform has no kinds of reactions) + comments + those of shares, reposts and"
                    + " quotes that the platform counts separately + saves. Clicks do not count. Unknown where a part"
                    + " that the platform always provides is missing.");
    public static final Definition ENGAGEMENT_WITH_CLICKS = new Definition(
            "engagement_with_clicks/1",
            "Engagement with clicks",
            "engagement/1 + clicks (link clicks where the platform counts only these).");
    public static final Definition ENGAGEMENT_RATE = new Definition(
            "engagement_rate/1",
            "Engagement rate",
            "Sum of engagement / sum of the denominator, both over the items that report both. The denominator is"
                    + " fixed per platform; a rate over several platforms covers those that share one.");
    public static final Definition CTR = new Definition(
            "ctr/1",
            "Click-through rate",
            "Sum of link clicks / sum of impressions, both over the items that report both.");
    public static final Definition AVERAGE_PER_POST = new Definition(
            "average_per_post/1",
            "Average per post",
            "Sum of a metric over the posts that report it / number of these posts.");

    private static final List<Definition> ALL =
            List.of(ENGAGEMENT, ENGAGEMENT_WITH_CLICKS, ENGAGEMENT_RATE, CTR, AVERAGE_PER_POST);

    private Definitions() {}

    public static List<Definition> all() {
        return ALL;
    }

    public static Optional<Definition> find(String id) {
        return ALL.stream().filter(d -> d.id().equals(id)).findFirst();
    }
}
