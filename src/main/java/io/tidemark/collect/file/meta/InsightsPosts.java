package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Values;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rows of the sheet of key metrics: lifetime counters of a post, after a row that explains the columns.
final class InsightsPosts implements Reading.RowReader {
    private static final Pattern ID = Pattern.compile("(\\d{5,20})_(\\d{5,20})");
    private static final String REACH = "lifetime post total reach";
    private static final String PAID = "lifetime post paid impressions";
    private static final Map<String, Metric> METRICS = Map.of(
            REACH,
            Metric.REACH,
            "lifetime post total impressions",
            Metric.IMPRESSIONS,
            "lifetime post organic impressions",
            Metric.IMPRESSIONS_ORGANIC,
            PAID,
            Metric.IMPRESSIONS_PAID);

    private final Reading reading;
    private final Header header;
    private final Map<String, MetricValues> counted;
    private final Set<String> seen;

    /// @param counted reactions, comments and shares by the id of the post
    /// @param seen takes the ids of the posts that are read
    InsightsPosts(Reading reading, Header header, Map<String, MetricValues> counted, Set<String> seen) {
        this.reading = reading;
        this.header = header;
        this.counted = counted;
        this.seen = seen;
    }

    /// Some names stand twice: a count of events, then of people.
    @Override
    public Set<String> readEveryTime() {
        return Set.copyOf(header.repeated());
    }

    @Override
    public Outcome read(Line line) {
        String id = line.cell("post id").stripped();
        Matcher ids = ID.matcher(id);
        if (!ids.matches()) {
            if (explains(line)) {
                return Outcome.NOTE;
            }
            throw line.bad("post id", Reason.NO_PAGE_POST_ID.said());
        }
        MetricValues values = values(line, id);
        PostKind kind = PostKind.of(line.cell("type").text());
        PostVersion version = new PostVersion(
                PublishTime.of(line, "posted", Optional.empty()).orElse(null),
                kind.placement(),
                kind.format(),
                Reading.textOrNull(line, "post message"),
                Reading.textOrNull(line, "permalink"),
                boosted(values),
                false);
        List<Observation> observations = new ArrayList<>(natives(line, page(ids.group(1)), ids.group(2)));
        if (!seen.add(id)) {
            return Outcome.DUPLICATE;
        }
        AccountKey page = reading.account(page(ids.group(1)));
        Alias alias = new Alias("facebook:post", ids.group(2));
        observations.addFirst(new Observation.OfPost(page, List.of(alias), version, values, reading.observedAt()));
        return new Outcome(Outcome.Fate.POST, observations);
    }

    private static boolean explains(Line line) {
        return line.cell(REACH).text().chars().anyMatch(Character::isLetter);
    }

    private static AccountKey page(String id) {
        AccountKey named = AccountKey.ofHandle(Platform.FACEBOOK, id);
        List<Alias> aliases = new ArrayList<>(named.aliases());
        aliases.addFirst(new Alias("facebook:id", id));
        return new AccountKey(Platform.FACEBOOK, id, id, aliases);
    }

    private MetricValues values(Line line, String id) {
        MetricValues.Builder values = MetricValues.builder();
        METRICS.forEach((column, metric) -> line.count(column).ifPresent(value -> values.put(metric, value)));
        MetricValues stories = counted.getOrDefault(id, MetricValues.NONE);
        stories.present().forEach(metric -> values.put(metric, stories.orNaN(metric)));
        return values.build();
    }

    private static Boosted boosted(MetricValues values) {
        OptionalDouble paid = values.find(Metric.IMPRESSIONS_PAID);
        if (paid.isEmpty()) {
            return Boosted.UNKNOWN;
        }
        return paid.getAsDouble() > 0 ? Boosted.YES : Boosted.NO;
    }

    /// What only Facebook knows, all of it named `Lifetime …`.
    private List<Observation> natives(Line line, AccountKey page, String post) {
        List<Observation> natives = new ArrayList<>();
        for (String column : header.names().stream().distinct().toList()) {
            if (column.startsWith("lifetime") && !METRICS.containsKey(column)) {
                String key = "facebook." + MetaNames.slug(column);
                line.decimal(column).ifPresent(value -> natives.add(breakdown(page, post, key, value)));
                again(line, column)
                        .ifPresent(value -> natives.add(breakdown(page, post, key + "_unique_users", value)));
            }
        }
        return natives;
    }

    private OptionalDouble again(Line line, String column) {
        Integer second = header.column(column, 1);
        return second == null
                ? OptionalDouble.empty()
                : Values.number(line.row().cell(second), header.part().numberStyle());
    }

    private Observation breakdown(AccountKey page, String post, String metric, double value) {
        return new Observation.OfBreakdown(page, "content", post, metric, null, null, value, reading.observedAt());
    }
}
