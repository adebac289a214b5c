package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.derive.FramesAsOf;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    private static final Instant MARCH_1 = Instant.parse("2026-03-01T12:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private MutableClock clock;
    private LedgerFixture fixture;
    private Ledger ledger;
    private long business;

    @BeforeEach
    void open() {
        clock = new MutableClock(LedgerFixture.NOW);
        fixture = LedgerFixture.create(clock);
        ledger = fixture.ledger();
        business = fixture.business().id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anAppendedPostIsInTheFrameAndItsMissingMetricsStayMissing() {
        append("a", post("1", MARCH_1, Map.of(Metric.IMPRESSIONS, 100.0, Metric.REACTIONS, 0.0)));

        Frame frame = ledger.frame(business);

        assertThat(frame.posts().size()).isEqualTo(1);
        assertThat(frame.posts().value(0, Metric.IMPRESSIONS)).isEqualTo(100);
        assertThat(frame.posts().value(0, Metric.REACTIONS)).isZero();
        assertThat(frame.posts().value(0, Metric.SHARES)).isNaN();
        assertThat(frame.posts().day(0)).isEqualTo(LocalDate.of(2026, 2, 20).toEpochDay());
        assertThat(frame.accounts()).extracting(a -> a.handle()).containsExactly("acme");
    }

    @Test
    void theNewestReadingOfEachMetricCounts() {
        append("a", post("1", MARCH_1, Map.of(Metric.IMPRESSIONS, 100.0, Metric.COMMENTS, 3.0)));
        append("b", post("1", MARCH_1.plusSeconds(60), Map.of(Metric.IMPRESSIONS, 150.0)));

        Frame frame = ledger.frame(business);

        assertThat(frame.posts().size()).isEqualTo(1);
        assertThat(frame.posts().value(0, Metric.IMPRESSIONS)).isEqualTo(150);
        assertThat(frame.posts().value(0, Metric.COMMENTS)).isEqualTo(3);
    }

    @Test
    void restatedDaysAreRevisedAndNeverAdded() {
        append("a", day("2026-02-27", MARCH_1, 1070));
        append("b", day("2026-02-27", MARCH_1.plusSeconds(9), 1178), day("2026-02-28", MARCH_1.plusSeconds(9), 5));

        Frame frame = ledger.frame(business);

        assertThat(frame.days().size()).isEqualTo(2);
        assertThat(frame.days().value(0, Metric.IMPRESSIONS)).isEqualTo(1178);
        assertThat(frame.days().observedAt(0)).isEqualTo(MARCH_1.plusSeconds(9).getEpochSecond());
    }

    @Test
    void theSameFileIsRefusedWhileItCounts() {
        Appended first = append("a", day("2026-02-27", MARCH_1, 7));
        long version = ledger.versions(business).data();

        assertThatThrownBy(() -> append("a", day("2026-02-27", MARCH_1, 7)))
                .isInstanceOfSatisfying(
                        SameSource.class, same -> assertThat(same.sourceId()).isEqualTo(first.sourceId()));
        assertThat(ledger.versions(business).data()).isEqualTo(version);
        assertThat(ledger.findSame(business, "a")).hasValue(first.sourceId());

        ledger.undo(business, first.sourceId());
        assertThat(ledger.findSame(business, "a")).isEmpty();
        append("a", day("2026-02-27", MARCH_1, 7));
        assertThat(ledger.frame(business).days().size()).isEqualTo(1);
    }

    @Test
    void aFailingProducerLeavesNothing() {
        CanonicalDump before = fixture.dump();

        assertThatThrownBy(() -> ledger.append(
                        business,
                        spec("a"),
                        sink -> {
                            sink.accept(post("1", MARCH_1, Map.of(Metric.IMPRESSIONS, 1.0)));
                            throw new IllegalStateException("broken file");
                        },
                        appended -> "{}"))
                .hasMessage("broken file");

        assertThat(fixture.dump()).isEqualTo(before);
        assertThat(ledger.accounts(business)).isEmpty();
    }

    @Test
    void aPreviewShowsWhatWouldBeAndTakesItBack() {
        append(
                "a",
                post("1", MARCH_1, Map.of(Metric.IMPRESSIONS, 100.0)),
                post("2", MARCH_1, Map.of(Metric.IMPRESSIONS, 5.0, Metric.LIKES, 1.0)),
                day("2026-02-26", MARCH_1, 7),
                day("2026-02-27", MARCH_1, 7));
        CanonicalDump before = fixture.dump();
        Instant later = MARCH_1.plusSeconds(60);

        Preview preview = ledger.preview(
                business,
                spec("b"),
                sink -> {
                    sink.accept(post("1", later, Map.of(Metric.IMPRESSIONS, 150.0)));
                    sink.accept(post("2", later, Map.of(Metric.IMPRESSIONS, 5.0)));
                    sink.accept(post("3", later, Map.of(Metric.IMPRESSIONS, 1.0)));
                    sink.accept(day("2026-02-26", later, 7));
                    sink.accept(day("2026-02-27", later, 8));
                    sink.accept(day("2026-02-28", later, 9));
                },
                seen -> {
                    assertThat(seen.frame().posts().size()).isEqualTo(3);
                    assertThat(seen.frame().days().size()).isEqualTo(3);
                    // Post by post, as those who look for what a day's numbers came from.
                    for (int row = 0; row < 3; row++) {
                        assertThat(seen.frame().postDays().alone(row)).isNotNull();
                    }
                    return seen;
                });

        assertThat(preview.appended().postsNew()).isEqualTo(1);
        assertThat(preview.appended().postsKnown()).isEqualTo(2);
        assertThat(preview.novelty()).isEqualTo(new Novelty(1, 1, 1, 1));
        assertThat(fixture.dump()).isEqualTo(before);
    }

    @Test
    void undoTakesBackExactlyOneSource() {
        append("a", post("1", MARCH_1, Map.of(Metric.IMPRESSIONS, 100.0)), day("2026-02-27", MARCH_1, 7));
        CanonicalDump before = fixture.dump();
        Appended second = append(
                "b",
                post("1", MARCH_1.plusSeconds(60), Map.of(Metric.IMPRESSIONS, 150.0)),
                post("2", MARCH_1, Map.of(Metric.IMPRESSIONS, 9.0)),
                day("2026-02-27", MARCH_1.plusSeconds(60), 8),
                day("2026-02-28", MARCH_1.plusSeconds(60), 8));

        assertThat(ledger.undo(business, second.sourceId())).isTrue();
        assertThat(ledger.undo(business, second.sourceId())).isFalse();

        assertThat(fixture.dump()).isEqualTo(before);
        assertThat(ledger.findSource(business, second.sourceId()).orElseThrow().retractedAt())
                .isEqualTo(clock.instant());
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        names.forEach(name -> append(name, batch(name)));
        CanonicalDump expected = fixture.dump();

        for (int seed = 0; seed < 4; seed++) {
            Collections.shuffle(names, new Random(seed));
            try (LedgerFixture other = LedgerFixture.create(clock)) {
                for (String name : names) {
                    other.ledger()
                            .append(
                                    other.business().id(),
                                    spec(other.ledger(), name),
                                    sink -> {
                                        for (Observation observation : batch(name)) {
                                            sink.accept(observation);
                                        }
                                    },
                                    done -> "{}");
                }
                assertThat(other.dump()).as("order " + names).isEqualTo(expected);
            }
        }
    }

    @Test
    void rebuildLeavesDerivedTablesIdentical() {
        List.of("a", "b", "c", "d", "e").forEach(name -> append(name, batch(name)));
        CanonicalDump before = fixture.dump();

        ledger.rebuild(business);

        assertThat(before.derived()).isNotEmpty();
        assertThat(fixture.dump()).isEqualTo(before);
    }

    @Test
    void theFrameOfAPastInstantIsWhatOneWouldHaveSeen() {
        append("a", post("1", MARCH_1, Map.of(Metric.IMPRESSIONS, 100.0)), day("2026-02-27", MARCH_1, 7));
        Frame then = ledger.frame(business);
        Instant instant = clock.instant();
        clock.advance(Duration.ofHours(1));
        Appended second = append("b", post("1", MARCH_1.plusSeconds(60), Map.of(Metric.IMPRESSIONS, 150.0)));
        clock.advance(Duration.ofHours(1));
        Instant later = clock.instant();
        clock.advance(Duration.ofHours(1));
        ledger.undo(business, second.sourceId());
        FramesAsOf frames = new FramesAsOf(ledger);

        assertThat(frames.read(business, instant).posts().value(0, Metric.IMPRESSIONS))
                .isEqualTo(then.posts().value(0, Metric.IMPRESSIONS))
                .isEqualTo(100);
        assertThat(frames.read(business, later).posts().value(0, Metric.IMPRESSIONS))
                .isEqualTo(150);
        assertThat(frames.read(business, instant.minusSeconds(1)).posts().size())
                .isZero();
        assertThat(frames.read(business, clock.instant()).posts().value(0, Metric.IMPRESSIONS))
                .isEqualTo(100);
        assertThat(frames.read(business, instant).days().value(0, Metric.IMPRESSIONS))
                .isEqualTo(7);
    }

    @Test
    void aServerThatRunsForMonthsStillHasPartitions() {
        clock.advance(Duration.ofDays(400));
        fixture.database().preparePartitions();

        append("a", post("1", clock.instant(), Map.of(Metric.IMPRESSIONS, 1.0)));

        assertThat(ledger.frame(business).posts().value(0, Metric.IMPRESSIONS)).isEqualTo(1);
    }

    @Test
    void parallelAppendsAllLandAndVersionsFollowOneAnother() throws Exception {
        long before = ledger.versions(business).data();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Appended>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "p" + i;
                running.add(threads.submit(() -> append(
                        name, post(name, MARCH_1, Map.of(Metric.IMPRESSIONS, 1.0)), day("2026-02-27", MARCH_1, 7))));
            }
            List<Long> versions = new ArrayList<>();
            for (Future<Appended> future : running) {
                versions.add(future.get().dataVersion());
            }
            Collections.sort(versions);
            assertThat(versions.getFirst()).isEqualTo(before + 1);
            assertThat(versions.getLast()).isEqualTo(before + 8);
        }
        assertThat(ledger.frame(business).posts().size()).isEqualTo(8);
        assertThat(ledger.accounts(business)).hasSize(1);
    }

    @Test
    void businessesDoNotSeeOneAnother() {
        long other = fixture.directory()
                .createBusiness("Other", UTC, java.time.DayOfWeek.MONDAY, false)
                .id();
        Appended mine = append("a", post("1", MARCH_1, Map.of(Metric.IMPRESSIONS, 1.0)));

        assertThat(other).isEqualTo(business + 1);
        assertThat(ledger.frame(other).posts().size()).isZero();
        assertThat(ledger.findSource(other, mine.sourceId())).isEmpty();
        assertThat(ledger.undo(other, mine.sourceId())).isFalse();
        assertThat(ledger.findSame(other, "a")).isEmpty();
        assertThat(ledger.findAccount(other, Platform.LINKEDIN, "acme")).isEmpty();
        assertThat(ledger.findAccount(business, Platform.LINKEDIN, "@Acme")).isPresent();
    }

    private Observation[] batch(String name) {
        Random random = new Random(name.hashCode());
        List<Observation> observations = new ArrayList<>();
        // Two of the files spoke at the same instant.
        Instant observedAt = MARCH_1.plus(Duration.ofHours(List.of("a", "b").contains(name) ? 1 : name.hashCode() % 5));
        for (int i = 0; i < 20; i++) {
            observations.add(post(
                    Integer.toString(random.nextInt(30)),
                    observedAt,
                    Map.of(
                            Metric.IMPRESSIONS,
                            (double) random.nextInt(100),
                            Metric.WATCH_TIME_SECONDS,
                            random.nextDouble())));
            observations.add(day("2026-02-1" + random.nextInt(10), observedAt, random.nextInt(50)));
        }
        return observations.toArray(Observation[]::new);
    }

    private Appended append(String content, Observation... observations) {
        return ledger.append(
                business,
                spec(content),
                sink -> List.of(observations).forEach(sink::accept),
                done -> "{\"posts\": " + done.postsNew() + "}");
    }

    private SourceSpec spec(String content) {
        return spec(ledger, content);
    }

    private static SourceSpec spec(Ledger ledger, String content) {
        return new SourceSpec(ledger.newId(), SourceSpec.Kind.FILE, "test", content + ".csv", content, MARCH_1);
    }

    private static Observation post(String id, Instant observedAt, Map<Metric, Double> values) {
        PostVersion version = new PostVersion(
                Instant.parse("2026-02-19T23:30:00Z"),
                Placement.FEED,
                Format.IMAGE,
                "Text of\t" + id,
                "https://example.org/" + id,
                Boosted.NO,
                false);
        return new Observation.OfPost(
                ACME, List.of(new Alias("linkedin:activity", id)), version, MetricValues.of(values), observedAt);
    }

    private static Observation day(String day, Instant observedAt, double impressions) {
        return new Observation.OfDay(
                ACME,
                null,
                LocalDate.parse(day),
                UTC,
                MetricValues.of(Map.of(Metric.IMPRESSIONS, impressions)),
                observedAt);
    }
}
