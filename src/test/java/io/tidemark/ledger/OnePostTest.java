package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.derive.Deriver;
import io.tidemark.derive.FramesAsOf;
import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.SourceSpec.Kind;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Posts that were stored apart, until a source names both.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnePostTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.INSTAGRAM, "acme");
    private static final AccountKey LINKEDIN = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    private static final Instant MARCH_1 = Instant.parse("2026-03-01T12:00:00Z");
    private static final Alias A = new Alias("instagram:media", "1");
    private static final Alias B = new Alias("instagram:code", "b");
    private static final Alias C = new Alias("instagram:story", "c");

    private static final Alias D = new Alias("instagram:pk", "d");

    private static final Told ONE = new Told(Kind.SYNC, "one", List.of(A), 10, 20, 20);
    private static final Told OTHER = new Told(Kind.SYNC, "other", List.of(B), 15, 30, 30);
    private static final Told BOTH = new Told(Kind.FILE, "both", List.of(A, B), 25);
    private static final List<List<Told>> ORDERS = List.of(
            List.of(ONE, OTHER, BOTH),
            List.of(ONE, BOTH, OTHER),
            List.of(OTHER, ONE, BOTH),
            List.of(OTHER, BOTH, ONE),
            List.of(BOTH, ONE, OTHER),
            List.of(BOTH, OTHER, ONE));

    private final MutableClock clock = new MutableClock(Instant.parse("2026-04-01T00:00:00Z"));
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final Ledger ledger = fixture.ledger();
    private final Ledger forgetful = new Ledger(fixture.database(), new Deriver(), 2);
    private long business;

    /// What a source tells of a post by some of its names: impressions, one day after the other.
    private record Told(Kind kind, String hash, List<Alias> names, int... impressions) {}

    @BeforeEach
    void begin() {
        business = newBusiness();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void theSameComesOfAnyOrder() {
        CanonicalDump expected = null;
        for (List<Told> order : ORDERS) {
            business = newBusiness();
            order.forEach(this::tell);
            CanonicalDump dump = dump();
            expected = expected == null ? dump : expected;
            assertThat(dump).as("%s", order).isEqualTo(expected);
            assertThat(impressions()).containsExactly(30.0);

            ledger.rebuild(business);
            assertThat(dump()).as("rebuilt, %s", order).isEqualTo(expected);
        }
    }

    @Test
    void areApartAgainWhenTheSourceIsUndone() {
        tell(ONE);
        tell(OTHER);
        CanonicalDump apart = dump();
        long both = tell(BOTH);
        assertThat(impressions()).hasSize(1);

        ledger.undo(business, both);

        assertThat(impressions()).containsExactly(20.0, 30.0);
        assertThat(dump()).isEqualTo(apart);
        ledger.rebuild(business);
        assertThat(dump()).isEqualTo(apart);
    }

    @Test
    void stayOneWhileAnotherSourceSaysSo() {
        tell(ONE);
        tell(OTHER);
        long both = tell(BOTH);
        tell(new Told(Kind.FILE, "both again", List.of(B, A), 40));

        ledger.undo(business, both);

        assertThat(impressions()).containsExactly(30.0);
    }

    @Test
    void areOneAcrossSeveralLinksAndAcrossRowsOfOneSource() {
        tell(new Told(Kind.FILE, "c", List.of(C), 5));
        tell(OTHER);
        tell(ONE);
        tell(BOTH);
        assertThat(impressions()).containsExactly(5.0, 30.0);

        append(
                Kind.FILE,
                "rows",
                List.of(post(List.of(D), 1, 50), post(List.of(C), 2, 45), post(List.of(D, C, A), 4, 60)));

        assertThat(impressions()).containsExactly(60.0);
        CanonicalDump dump = dump();
        ledger.rebuild(business);
        assertThat(dump()).isEqualTo(dump);
    }

    @Test
    void rowsOfOneSourceMeanOnePostOnceARowNamesBoth() {
        append(
                Kind.FILE,
                "rows",
                List.of(post(List.of(D), 1, 50), post(List.of(C), 2, 45), post(List.of(D, C), 4, 60)));

        assertThat(impressions()).containsExactly(60.0);
    }

    /// A table whose address of posts is that of the account, as somebody has mapped it by mistake.
    @Test
    void idsOfOneKindAreApartAgainWhenTheSourceThatNamedThemFirstIsUndone() {
        Alias first = new Alias("instagram:media", "11");
        Alias second = new Alias("instagram:media", "12");
        Alias third = new Alias("instagram:media", "13");
        long mistake =
                append(Kind.FILE, "mistake", List.of(post(List.of(first, B), 1, 10), post(List.of(second, B), 1, 20)));
        long again = append(Kind.FILE, "again", List.of(post(List.of(third, B), 2, 30)));
        assertThat(impressions()).containsExactly(30.0);

        ledger.undo(business, mistake);
        ledger.undo(business, again);
        append(
                Kind.FILE,
                "right",
                List.of(post(List.of(first), 1, 10), post(List.of(second), 1, 20), post(List.of(third), 2, 30)));

        assertThat(impressions()).containsExactly(10.0, 20.0, 30.0);
    }

    @Test
    void postsOfMoreNamesThanAreRememberedAreTheSame() {
        List<Observation> posts = List.of(
                post(List.of(A, B), 1, 10),
                post(List.of(C), 1, 20),
                post(List.of(D), 1, 30),
                post(List.of(B), 2, 11),
                post(List.of(C), 2, 20),
                post(List.of(D), 2, 31),
                post(List.of(A), 3, 12),
                post(List.of(D, C), 3, 32),
                post(List.of(A), 2, 9));
        for (Kind kind : Kind.values()) {
            business = newBusiness();
            append(kind, "rows", posts);
            List<String> expected = dump().derived();
            assertThat(impressions()).containsExactly(12.0, 32.0);

            business = newBusiness();
            Appended appended = append(forgetful, kind, "rows", posts);

            assertThat(appended.postsNew()).isEqualTo(3);
            assertThat(dump().derived()).as("%s", kind).isEqualTo(expected);
        }
    }

    /// A sync stores a text that it reads again only once, and yet says it again after a file has said another.
    @Test
    void textThatIsReadAgainCountsAmongThoseUnderOtherNames() {
        append(Kind.FILE, "text", List.of(post(ACME, List.of(B), "Another text", 2, 15)));
        tell(ONE);
        tell(BOTH);

        assertThat(find(ids().getFirst()).current().text()).isEqualTo("Hello");
    }

    /// What only one of the names has reads on counts as changed and unchanged among its own.
    @Test
    void unchangedReadsStandForReadsUnderTheSameName() {
        tell(ONE);
        tell(OTHER);
        tell(BOTH);

        List<Double> read = history(find(ids().getFirst()));

        assertThat(read).containsExactly(25.0, 10.0, 15.0, 20.0, 30.0, 20.0, 30.0);
    }

    @Test
    void thePastKnowsOnlyWhatWasSaidByThen() {
        FramesAsOf frames = new FramesAsOf(ledger);
        tell(ONE);
        tell(OTHER);
        tell(new Told(Kind.FILE, "more", List.of(C), 7));
        tell(new Told(Kind.FILE, "still more", List.of(D), 8));
        Instant apart = clock.instant();
        clock.advance(Duration.ofDays(1));
        long both = tell(BOTH);
        Instant joined = clock.instant();
        clock.advance(Duration.ofDays(1));
        ledger.undo(business, both);

        PostFrame then = frames.read(business, joined).posts();
        assertThat(impressions(then)).containsExactly(7.0, 8.0, 30.0);
        assertThat(impressions(frames.read(business, apart).posts())).containsExactly(7.0, 8.0, 20.0, 30.0);
        assertThat(impressions()).containsExactly(7.0, 8.0, 20.0, 30.0);
        PostTexts texts = new PostTexts(fixture.database());
        assertThat(texts.containing(business, "hello", MARCH_1, MARCH_1.plusSeconds(1), joined))
                .hasSize(3);
        List<Long> ids = ids();
        assertThat(texts.of(business, List.of(ids.getFirst()), joined)
                        .getFirst()
                        .aliases())
                .contains(A, B);
        assertThat(texts.of(business, ids, apart)).hasSize(4);
        assertThat(find(ids.get(1), joined).history().postId()).isEqualTo(ids.getFirst());
        assertThat(find(ids.get(1), apart).history().postId()).isEqualTo(ids.get(1));
    }

    @Test
    void aPostAnswersToEachOfItsIds() {
        tell(ONE);
        tell(OTHER);
        List<Long> ids = ids();
        tell(BOTH);

        PostRecord record = find(ids.getLast());

        assertThat(record.history().postId()).isEqualTo(ids.getFirst());
        assertThat(record).isEqualTo(find(ids.getFirst()));
        assertThat(record.aliases()).containsExactly(B, A);
        assertThat(record.versions())
                .extracting(PostRecord.Version::sourceId)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(new PostTexts(fixture.database())
                        .of(business, List.of(ids.getFirst()), null)
                        .getFirst()
                        .aliases())
                .containsExactly(B, A);
    }

    @Test
    void aLabelOfOneIdIsALabelOfThePost() {
        tell(ONE);
        tell(OTHER);
        List<Long> ids = ids();
        Labelling labels = Labelling.of(fixture.database());
        Label label =
                labels.create(business, LabelKind.CAMPAIGN, "Spring", List.of()).label();
        labels.choose(business, label.id(), PostReferences.of(List.of(ids.getLast())), true);
        tell(BOTH);
        assertThat(ledger.frame(business).labels().rows(label)).containsExactly(0);

        PostReferences byName = new PostReferences(Set.of(ids.getLast()), Set.of("instagram:media:1"));
        assertThat(labels.choose(business, label.id(), byName, false)).hasValue(1);

        assertThat(ledger.frame(business).labels().rows(label)).isEmpty();
        assertThat(labels.unchoose(business, label.id(), byName)).hasValue(1);
    }

    @Test
    void aPictureOfOneIdIsThatOfThePost() {
        tell(ONE);
        tell(OTHER);
        List<Long> ids = ids();
        Thumbnails thumbnails = new Thumbnails(fixture.database());
        Instant now = clock.instant();
        thumbnails.want(
                business, 1, List.of(new Thumbnails.Wanted(B, now, "picture", "https://cdn.example.com/b")), now);
        thumbnails.keep(business, B, new Thumbnail("image/png", new byte[] {1}, "etag"), now);
        assertThat(thumbnails.among(business, ids)).hasSize(1);

        tell(BOTH);

        assertThat(thumbnails.among(business, ids)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).allMatch(id -> thumbnails.find(business, id).isPresent());
    }

    @Test
    void exportsNameTheCanonicalPost() {
        tell(ONE);
        tell(OTHER);
        long first = ids().getFirst();
        Instant apart = clock.instant();
        clock.advance(Duration.ofDays(1));
        tell(BOTH);

        assertThat(exported(ExportTable.SNAPSHOTS, null)).hasSize(5).allMatch(row -> row.startsWith(first + "\t"));
        assertThat(exported(ExportTable.SNAPSHOTS, apart))
                .filteredOn(row -> row.startsWith(first + "\t"))
                .hasSize(2);
        assertThat(exported(ExportTable.POSTS, null))
                .singleElement()
                .asString()
                .contains("instagram:code:b instagram:media:1");
    }

    @Test
    void idsOfLinkedInAreOnePostWhileOneTextIsSaidOfBoth() {
        Alias activity = new Alias("linkedin:activity", "7306192134921981953");
        Alias share = new Alias("linkedin:share", "7306192132000000001");
        append(Kind.FILE, "activity", List.of(post(LINKEDIN, List.of(activity), "Hello", 1, 10)));
        append(Kind.FILE, "edited", List.of(post(LINKEDIN, List.of(activity), "Hello, edited", 5, 50)));
        append(Kind.FILE, "other text", List.of(post(LINKEDIN, List.of(share), "Hi", 2, 20)));
        Instant apart = clock.instant();
        assertThat(impressions()).containsExactly(20.0, 50.0);
        clock.advance(Duration.ofDays(1));

        long same = append(Kind.FILE, "text", List.of(post(LINKEDIN, List.of(share), " hello ", 3, 30)));

        assertThat(impressions()).containsExactly(50.0);
        Instant joined = clock.instant();
        clock.advance(Duration.ofDays(1));
        ledger.undo(business, same);
        assertThat(impressions()).containsExactly(20.0, 50.0);
        FramesAsOf frames = new FramesAsOf(ledger);
        assertThat(impressions(frames.read(business, joined).posts())).containsExactly(50.0);
        assertThat(impressions(frames.read(business, apart).posts())).containsExactly(20.0, 50.0);
    }

    private List<String> exported(ExportTable table, @Nullable Instant asOf) {
        List<String> rows = new ArrayList<>();
        ledger.export(business, reader -> {
            reader.rows(ExportQuery.everything(table, asOf), row -> rows.add(new String(row, StandardCharsets.UTF_8)));
            return rows;
        });
        return rows;
    }

    private long newBusiness() {
        return fixture.directory()
                .createBusiness("b" + ledger.newId(), LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
    }

    private CanonicalDump dump() {
        return CanonicalDump.of(fixture.address(), business);
    }

    private List<Double> impressions() {
        return impressions(ledger.frame(business).posts());
    }

    private static List<Double> impressions(PostFrame posts) {
        return IntStream.range(0, posts.size())
                .mapToObj(row -> posts.value(row, Metric.IMPRESSIONS))
                .sorted()
                .toList();
    }

    private List<Long> ids() {
        PostFrame posts = ledger.frame(business).posts();
        return IntStream.range(0, posts.size()).mapToObj(posts::id).sorted().toList();
    }

    private PostRecord find(long id) {
        return new PostRecords(fixture.database()).find(business, id, null).orElseThrow();
    }

    private PostRecord find(long id, Instant asOf) {
        return new PostRecords(fixture.database()).find(business, id, asOf).orElseThrow();
    }

    private static List<Double> history(PostRecord record) {
        return record.history().readings().stream()
                .map(reading -> reading.values().orNaN(Metric.IMPRESSIONS))
                .toList();
    }

    private long tell(Told told) {
        List<Observation> posts = new ArrayList<>();
        for (int day = 0; day < told.impressions.length; day++) {
            posts.add(post(told.names, day + 1, told.impressions[day]));
        }
        return append(told.kind, told.hash, posts);
    }

    private long append(Kind kind, String hash, List<Observation> posts) {
        return append(ledger, kind, hash, posts).sourceId();
    }

    private Appended append(Ledger into, Kind kind, String hash, List<Observation> posts) {
        SourceSpec spec = new SourceSpec(ledger.newId(), kind, "test", hash, hash, null);
        return into.append(business, spec, sink -> posts.forEach(sink::accept), _ -> "{}");
    }

    private static Observation post(List<Alias> names, int day, int impressions) {
        return post(ACME, names, "Hello", day, impressions);
    }

    private static Observation post(AccountKey account, List<Alias> names, String text, int day, int impressions) {
        PostVersion version =
                new PostVersion(MARCH_1, Placement.FEED, Format.IMAGE, text, null, Boosted.UNKNOWN, false);
        return new Observation.OfPost(
                account,
                names,
                version,
                MetricValues.of(Map.of(Metric.IMPRESSIONS, (double) impressions)),
                MARCH_1.plus(Duration.ofDays(day)));
    }
}
