package io.tidemark.metric;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The definitions of all numbers: of what platforms give, and of what is derived from it. Which terms of an engagement
/// a platform has, [Engagements] says.
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

    public static final Definition ACTIVITY = new Definition(
            "activity/1",
            "Activity from readings",
            "What a post's counter gained between two local midnights: the readings, and zero at publication where the"
                    + " post was seen from its start, are joined by a monotone curve over the expected growth of a post"
                    + " of its platform. Never extrapolated past the last reading.");

    public static final Definition AMPLIFICATION = new Definition(
            "amplification/1",
            "Amplification",
            "Sum of those of shares, reposts and quotes that the platform counts separately / number of posts that"
                    + " report them. Published basis only.");
    public static final Definition APPLAUSE = new Definition(
            "applause/1",
            "Applause",
            "Sum of reactions (likes where the platform has no kinds of reactions) / number of posts that report"
                    + " them. Published basis only.");
    public static final Definition CONVERSATION = new Definition(
            "conversation/1",
            "Conversation",
            "Sum of comments / number of posts that report them. Published basis only.");
    public static final Definition VIRALITY = new Definition(
            "virality/1",
            "Virality",
            "Sum of shares, reposts and quotes / sum of impressions, both over the items that report both: how often"
                    + " being shown leads to being passed on. Video views where a platform has no impressions of"
                    + " posts, reach as the last resort; the answer names which. Not provided where a platform counts"
                    + " no sharing. Platforms with different denominators are not ranked against each other.");
    public static final Definition FOLLOWER_GROWTH = new Definition(
            "follower_growth/1",
            "Follower growth rate",
            "Sum of the changes of followers over a period / sum of followers at its start, both over the accounts"
                    + " whose level is known at both ends.");
    public static final Definition CHANGE = new Definition(
            "change/2",
            "Change",
            "Value - base, and that / base. Without a ratio where the base is 0 (new) and where either is below 0, since"
                    + " people took more back than they gave; with a warning where either is under 20 (small base);"
                    + " not at all where the coverages are more than 10 points apart.");
    public static final Definition INTERVAL = new Definition(
            "interval/1",
            "Confidence interval of a rate",
            "Of the logarithm of a ratio of sums with posts (or days) as what was sampled: residuals scaled by"
                    + " leverage, Student's t with Kish's effective number. Wilson's interval on counts / 1.5 where"
                    + " there are fewer than 5; none for fewer than 4 items or where it spans a factor over 20.");
    public static final Definition RATE_COMPARISON = new Definition(
            "rate_comparison/1",
            "Comparison of two rates",
            "The relative difference of two ratios of sums with its interval: difference of logarithms, errors as in"
                    + " interval/1, degrees of freedom by Welch and Satterthwaite. Changed only if the interval"
                    + " leaves 0 out.");
    public static final Definition BY_TIME = new Definition(
            "by_time/1",
            "By time of publication",
            "Per weekday and hour of publication in a time zone: number of posts, of posts that report the metric,"
                    + " their sum and mean. A description, not a recommendation. Published basis only.");
    public static final Definition PERCENTILE_RANK = new Definition(
            "percentile_rank/1",
            "Percentile rank",
            "Of the other posts of the account that report the metric, the share that lies below, ties counted half."
                    + " Published basis only.");

    public static final Definition SUMMED_POST_REACH = new Definition(
            "summed_post_reach/1",
            "Reach of posts, summed",
            "Sum of the reach of every post: a person who saw several posts counts once for each.");
    public static final Definition POSTS = new Definition(
            "posts/1",
            "Posts",
            "Posts that the accounts published in the period, in the time zone of the business, as far as they are"
                    + " known.");

    private static final List<Definition> DERIVED = List.of(
            POSTS,
            SUMMED_POST_REACH,
            ENGAGEMENT,
            ENGAGEMENT_WITH_CLICKS,
            ENGAGEMENT_RATE,
            CTR,
            VIRALITY,
            AMPLIFICATION,
            APPLAUSE,
            CONVERSATION,
            AVERAGE_PER_POST,
            FOLLOWER_GROWTH,
            CHANGE,
            INTERVAL,
            RATE_COMPARISON,
            BY_TIME,
            PERCENTILE_RANK,
            ACTIVITY);

    private static final Map<Metric, Definition> GIVEN =
            Collections.unmodifiableMap(new EnumMap<>(Arrays.stream(Metric.values())
                    .collect(Collectors.toMap(
                            Function.identity(),
                            metric -> new Definition(metric.key() + "/1", metric.title(), Meanings.of(metric))))));
    private static final List<Definition> ALL =
            Stream.concat(GIVEN.values().stream(), DERIVED.stream()).toList();

    private Definitions() {}

    /// Those of all numbers, what platforms give first.
    public static List<Definition> all() {
        return ALL;
    }

    /// Those of what platforms give.
    public static Collection<Definition> given() {
        return GIVEN.values();
    }

    /// Those of what is computed.
    public static List<Definition> derived() {
        return DERIVED;
    }

    /// What a platform means by a metric that it gives.
    public static Definition of(Metric metric) {
        return Objects.requireNonNull(GIVEN.get(metric));
    }

    /// What definitions say, by id.
    public static Map<String, String> formulas(Collection<Definition> definitions) {
        Map<String, String> formulas = new LinkedHashMap<>();
        definitions.forEach(definition -> formulas.put(definition.id(), definition.formula()));
        return formulas;
    }

    public static Optional<Definition> find(String id) {
        return ALL.stream().filter(d -> d.id().equals(id)).findFirst();
    }
}
