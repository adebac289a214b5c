package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What a person's own posts come to, each and all of them day by day; one number in each call.
final class MemberAnalytics {
    private static final Map<String, Metric> METRICS = Map.of(
            "IMPRESSION", Metric.IMPRESSIONS,
            "MEMBERS_REACHED", Metric.REACH,
            "REACTION", Metric.REACTIONS,
            "COMMENT", Metric.COMMENTS,
            "RESHARE", Metric.SHARES,
            "POST_SAVE", Metric.SAVES,
            "LINK_CLICKS", Metric.LINK_CLICKS,
            "PROFILE_VIEW_FROM_CONTENT", Metric.PROFILE_VISITS,
            "FOLLOWER_GAINED_FROM_CONTENT", Metric.FOLLOWS);

    static final String OF_POSTS = String.join(",", new TreeSet<>(METRICS.keySet()));
    /// People cannot be told apart from one day to the next, so that reach has no days.
    static final String OF_DAYS = "COMMENT,IMPRESSION,REACTION,RESHARE";

    private final LinkedInCalls calls;

    MemberAnalytics(LinkedInCalls calls) {
        this.calls = calls;
    }

    /// The native names of a setting.
    ///
    /// @throws IllegalArgumentException where one is not known
    static Set<String> known(String setting, Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(METRICS.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "The setting %s names %s, which no metric is read from; those that are: %s"
                            .formatted(setting, String.join(", ", unknown), OF_POSTS));
        }
        return names;
    }

    MetricValues post(Api api, String post, Set<String> names) {
        MetricValues.Builder values = MetricValues.builder();
        String kind = post.startsWith("urn:li:" + Urn.UGC_POST) ? "ugc" : "share";
        String entity = "(%s:%s)".formatted(kind, RestLi.encoded(post));
        for (String name : new TreeSet<>(names)) {
            String query = "?q=entity&entity=%s&queryType=%s&aggregation=TOTAL".formatted(entity, name);
            rows(api, name, query).stream()
                    .findFirst()
                    .ifPresent(row -> Numbers.put(values, metric(name), row.path("count")));
        }
        return values.build();
    }

    List<DayReading> days(Api api, LocalDate from, LocalDate to, Set<String> names) {
        Map<LocalDate, MetricValues.Builder> days = new TreeMap<>();
        for (String name : new TreeSet<>(names)) {
            String query = "?q=me&queryType=%s&aggregation=DAILY&dateRange=%s".formatted(name, RestLi.dates(from, to));
            for (JsonNode row : rows(api, name, query)) {
                Numbers.put(
                        days.computeIfAbsent(RestLi.date(row), day -> MetricValues.builder()),
                        metric(name),
                        row.path("count"));
            }
        }
        return readings(days);
    }

    /// The number of followers now.
    OptionalDouble followers(Api api) {
        JsonNode elements = calls.elements(api, LinkedInCalls.MEMBER_FOLLOWERS, "?q=me");
        return Numbers.read(elements.path(0).path("memberFollowersCount"));
    }

    /// Those who began to follow on each day, which LinkedIn gives under the same name.
    List<DayReading> follows(Api api, LocalDate from, LocalDate to) {
        Map<LocalDate, MetricValues.Builder> days = new TreeMap<>();
        calls.elements(api, LinkedInCalls.MEMBER_FOLLOWERS, "?q=dateRange&dateRange=" + RestLi.dates(from, to))
                .forEach(row -> Numbers.put(
                        days.computeIfAbsent(RestLi.date(row), day -> MetricValues.builder()),
                        Metric.FOLLOWS,
                        row.path("memberFollowersCount")));
        return readings(days);
    }

    private List<JsonNode> rows(Api api, String name, String query) {
        JsonNode elements = Refusing.of(name, () -> calls.elements(api, LinkedInCalls.MEMBER_POSTS, query));
        return StreamSupport.stream(elements.spliterator(), false)
                .filter(row -> isOf(row.path("metricType"), name))
                .toList();
    }

    /// The type is a text, or stands in an object, or is left out.
    private static boolean isOf(JsonNode type, String name) {
        return switch (type) {
            case JsonNode text when text.isString() -> text.stringValue().equals(name);
            case JsonNode object
            when object.isObject() ->
                object.valueStream().anyMatch(value -> value.asString("").equals(name));
            default -> true;
        };
    }

    private static Metric metric(String name) {
        Metric metric = METRICS.get(name);
        if (metric == null) {
            throw new IllegalArgumentException("LinkedIn's " + name + " is read into no metric");
        }
        return metric;
    }

    private static List<DayReading> readings(Map<LocalDate, MetricValues.Builder> days) {
        List<DayReading> readings = new ArrayList<>();
        days.forEach((day, values) -> readings.add(new DayReading(day, values.build())));
        return readings;
    }
}
