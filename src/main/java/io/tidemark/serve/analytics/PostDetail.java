package io.tidemark.serve.analytics;

import io.tidemark.analytics.FollowerHistory;
import io.tidemark.analytics.activity.CounterEvent;
import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.analytics.activity.PostCounters;
import io.tidemark.analytics.insight.performance.ExpectedAt;
import io.tidemark.analytics.insight.performance.Performance;
import io.tidemark.analytics.insight.performance.Performances;
import io.tidemark.analytics.post.PostNumbers;
import io.tidemark.analytics.post.PostPlace;
import io.tidemark.analytics.post.PostRates;
import io.tidemark.analytics.post.PostValue;
import io.tidemark.analytics.post.PostValues;
import io.tidemark.frame.Frame;
import io.tidemark.frame.Reading;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.PostRecord;
import io.tidemark.ledger.PostRecord.SourceName;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.metric.Engagements;
import io.tidemark.metric.Growing;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import io.tidemark.serve.analytics.PostDetailAnswer.Aged;
import io.tidemark.serve.analytics.PostDetailAnswer.DerivedValue;
import io.tidemark.serve.analytics.PostDetailAnswer.History;
import io.tidemark.serve.analytics.PostDetailAnswer.Post;
import io.tidemark.serve.analytics.PostDetailAnswer.Snapshot;
import io.tidemark.serve.analytics.PostDetailAnswer.Value;
import io.tidemark.serve.analytics.PostDetailAnswer.Verdict;
import io.tidemark.serve.analytics.PostDetailAnswer.Version;
import io.tidemark.serve.analytics.PostDetailAnswer.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts together what is shown of one post.
final class PostDetail {
    private static final int MOST_VERSIONS = 200;

    private final Asked asked;
    private final Frame frame;
    private final PostRecord record;
    private final @Nullable String thumbnail;
    private final PostVersion version;
    private final Map<Long, SourceName> sources;
    private final List<PostValue> values;
    /// Of the post frame; -1 where it is not there, since nobody said when the post was published.
    private final int row;

    private PostDetail(Asked asked, PostRecord record, @Nullable String thumbnail) {
        this.asked = asked;
        this.record = record;
        this.thumbnail = thumbnail;
        frame = asked.frame();
        version = record.current();
        row = PostPlace.row(frame.posts(), record.history().postId());
        sources = record.sources().stream().collect(Collectors.toMap(SourceName::id, Function.identity()));
        values = PostValues.of(
                platform(),
                version.contentType(),
                record.history().readings(),
                record.sources().stream().collect(Collectors.toMap(SourceName::id, SourceName::format)),
                Reasons.of(record.absences()));
    }

    /// @param thumbnail where its picture is
    /// @param mostSnapshots how many readings are shown: the newest ones
    static PostDetailAnswer of(Asked asked, PostRecord record, @Nullable String thumbnail, int mostSnapshots) {
        return new PostDetail(asked, record, thumbnail).answer(mostSnapshots);
    }

    private PostDetailAnswer answer(int mostSnapshots) {
        PostNumbers numbers = PostAnswers.numbers(asked);
        PostActivity activity = activity();
        return new PostDetailAnswer(
                frame.businessId(),
                frame.dataVersion(),
                frame.asOf(),
                frame.lastCollectedAt(),
                post(),
                metrics(),
                engagement(),
                rates(numbers),
                PostPlace.of(numbers, row),
                performance(numbers),
                expectedCourse(numbers),
                ages(activity),
                history(activity.events(), mostSnapshots),
                versions(),
                record.sources(),
                definitions());
    }

    private Platform platform() {
        return record.account().platform();
    }

    private Post post() {
        List<Alias> aliases = record.aliases();
        return new Post(
                record.history().postId(),
                aliases.isEmpty() ? null : aliases.getFirst().externalId(),
                platform(),
                PostView.Account.of(record.account()),
                version.publishedAt(),
                version.contentType(),
                version.boosted(),
                version.deleted(),
                version.marks(),
                version.text(),
                version.url(),
                thumbnail,
                aliases,
                row < 0 ? List.of() : frame.labels().carriedBy(row));
    }

    private Map<String, Value> metrics() {
        Map<String, Value> metrics = new LinkedHashMap<>();
        for (PostValue value : values) {
            Reading origin = value.origin();
            SourceName source = origin == null ? null : sources.get(origin.sourceId());
            metrics.put(
                    value.metric().key(),
                    new Value(
                            value.value(),
                            value.state(),
                            origin == null ? null : origin.observedAt(),
                            origin == null ? null : Long.valueOf(origin.sourceId()),
                            source == null ? null : source.name(),
                            value.stale(),
                            value.nativeFields()));
        }
        return metrics;
    }

    private MetricValues current() {
        MetricValues.Builder current = MetricValues.builder();
        for (PostValue value : values) {
            Double number = value.value();
            if (number != null) {
                current.put(value.metric(), number);
            }
        }
        return current.build();
    }

    private DerivedValue engagement() {
        double engagement = Engagements.of(
                        asked.query().engagement(), platform(), Subject.POST, version.contentType(), current()::orNaN)
                .orElse(Double.NaN);
        return new DerivedValue(
                Double.isNaN(engagement) ? null : engagement,
                asked.query().engagement().definition().id());
    }

    private Map<String, PostRates.Rate> rates(PostNumbers numbers) {
        return PostRates.of(
                platform(),
                version.contentType(),
                current(),
                followers(numbers),
                asked.query().engagement(),
                asked.query().denominator(platform()));
    }

    /// Those of the day of publication, `NaN` where nobody knows.
    private double followers(PostNumbers numbers) {
        Instant published = version.publishedAt();
        if (published != null) {
            for (int account = 0; account < frame.accounts().size(); account++) {
                if (frame.accounts().get(account).id() == record.account().id()) {
                    LocalDate day = LocalDate.ofInstant(published, frame.zone());
                    return new FollowerHistory(numbers.view()).at(account, Math.toIntExact(day.toEpochDay()));
                }
            }
        }
        return Double.NaN;
    }

    /// By count; empty where the post is in no list.
    private Map<String, Performance> performance(PostNumbers numbers) {
        Map<String, Performance> performance = new LinkedHashMap<>();
        if (row >= 0) {
            for (Growing count : Growing.values()) {
                performance.put(count.key(), new Performances(numbers.view(), count).of(row));
            }
        }
        return performance;
    }

    private Map<String, List<ExpectedAt>> expectedCourse(PostNumbers numbers) {
        Map<String, List<ExpectedAt>> courses = new LinkedHashMap<>();
        if (row >= 0) {
            for (Growing count : Growing.values()) {
                List<ExpectedAt> course = new Performances(numbers.view(), count).course(row);
                if (!course.isEmpty()) {
                    courses.put(count.key(), course);
                }
            }
        }
        return courses;
    }

    private History history(List<CounterEvent> events, int most) {
        List<Reading> readings = record.history().readings();
        List<Snapshot> snapshots = new ArrayList<>();
        int first = Math.max(0, readings.size() - most);
        for (int i = first; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            snapshots.add(new Snapshot(
                    reading.observedAt(),
                    reading.sourceId(),
                    reported(reading.values()),
                    i > 0 && reading.values().equals(readings.get(i - 1).values()),
                    verdicts(events, reading)));
        }
        return new History(snapshots, readings.size(), first > 0);
    }

    private PostActivity activity() {
        Instant published = version.publishedAt();
        Instant listing = record.history().firstListing();
        return PostActivity.of(
                new PostCounters(
                        platform(),
                        version.contentType(),
                        published,
                        published != null && listing != null && published.isAfter(listing),
                        record.history().readings()),
                frame.zone());
    }

    private static List<Aged> ages(PostActivity activity) {
        return activity.atAges().stream()
                .map(at -> new Aged(at.age().hours(), reported(at.values())))
                .toList();
    }

    private static List<Verdict> verdicts(List<CounterEvent> events, Reading reading) {
        return events.stream()
                .filter(event -> event.at().equals(reading.observedAt()) && event.sourceId() == reading.sourceId())
                .map(event -> new Verdict(event.metric(), event.kind(), event.amount()))
                .toList();
    }

    private static Map<String, Double> reported(MetricValues values) {
        Map<String, Double> reported = new LinkedHashMap<>();
        values.present().forEach(metric -> reported.put(metric.key(), values.orNaN(metric)));
        return reported;
    }

    private Versions versions() {
        List<PostRecord.Version> all = record.versions();
        int first = Math.max(0, all.size() - MOST_VERSIONS);
        return new Versions(
                all.subList(first, all.size()).stream().map(PostDetail::version).toList(), all.size(), first > 0);
    }

    private static Version version(PostRecord.Version said) {
        PostVersion version = said.version();
        return new Version(
                said.observedAt(),
                said.sourceId(),
                version.publishedAt(),
                version.contentType(),
                version.boosted(),
                version.deleted(),
                version.marks(),
                version.text(),
                version.url());
    }

    private Map<String, String> definitions() {
        List<Definition> named = new ArrayList<>(Definitions.given());
        named.addAll(List.of(
                asked.query().engagement().definition(),
                Definitions.ENGAGEMENT_RATE,
                Definitions.CTR,
                Definitions.VIRALITY,
                Definitions.PERCENTILE_RANK));
        return Definitions.formulas(named);
    }
}
