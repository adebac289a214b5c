package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.derive.FramesAsOf;
import io.tidemark.frame.Frame;
import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Labels;
import io.tidemark.ledger.LabelDetails.Posts;
import io.tidemark.ledger.label.LabelRule;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabellingTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    private static final Instant MARCH_1 = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<LabelRule> SPRING = List.of(LabelRule.of(LabelRule.Type.HASHTAG, "spring", false));

    private MutableClock clock;
    private LedgerFixture fixture;
    private Ledger ledger;
    private Labelling labelling;
    private long business;

    @BeforeEach
    void open() {
        clock = new MutableClock(LedgerFixture.NOW);
        fixture = LedgerFixture.create(clock);
        ledger = fixture.ledger();
        labelling = Labelling.of(fixture.database());
        business = fixture.business().id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void rulesApplyToPresentPostsAndToThoseThatComeLater() {
        append(post("1", "First #spring"), post("2", "Other"));
        long before = version();
        LabelDetails spring = labelling.create(business, LabelKind.CAMPAIGN, " Spring  sale ", SPRING);

        assertThat(spring.label().name()).isEqualTo("Spring sale");
        assertThat(spring.posts()).isEqualTo(new Posts(1, 0, 1, 0, 0));
        assertThat(version()).isEqualTo(before + 1);
        assertThat(carriers(spring)).containsExactly("1");

        append(post("3", "Third #SPRING"), post("2", "Other, now #spring"), post("1", "First no more"));
        assertThat(carriers(spring)).containsExactly("2", "3");
    }

    @Test
    void changedRulesAreAppliedAnewAndOthersOfTheSamePostStay() {
        append(post("1", "#spring"), post("2", "#summer"));
        LabelDetails label = labelling.create(business, LabelKind.CAMPAIGN, "Season", SPRING);
        LabelDetails other = labelling.create(business, LabelKind.PILLAR, "Season", SPRING);

        label = labelling
                .change(
                        business,
                        label.label().id(),
                        null,
                        null,
                        List.of(LabelRule.of(LabelRule.Type.HASHTAG, "summer", false)))
                .orElseThrow();

        assertThat(carriers(label)).containsExactly("2");
        assertThat(carriers(other)).containsExactly("1");
        long before = version();
        labelling.change(business, label.label().id(), LabelKind.CAMPAIGN, "Season", label.rules());
        assertThat(version()).as("nothing has changed").isEqualTo(before);
        assertThat(labelling.change(business, 999_999, null, "x", null)).isEmpty();
    }

    @Test
    void whatIsChosenByHandWinsOverRulesAndSticks() {
        append(post("1", "#spring"), post("2", "nothing"));
        LabelDetails label = labelling.create(business, LabelKind.CAMPAIGN, "Spring", SPRING);
        long id = label.label().id();

        assertThat(labelling.choose(business, id, references("1"), false)).hasValue(1);
        assertThat(labelling.choose(business, id, references("linkedin:activity:2"), true))
                .hasValue(1);
        long version = version();
        assertThat(labelling.choose(business, id, references("1"), false)).hasValue(0);
        assertThat(version()).isEqualTo(version);

        append(post("1", "still #spring"), post("2", "still nothing"));
        labelling.change(business, id, null, null, List.of(LabelRule.of(LabelRule.Type.TEXT, "still", false)));
        ledger.rebuild(business);

        assertThat(carriers(label)).containsExactly("2");
        assertThat(labelling.label(business, id).orElseThrow().posts()).isEqualTo(new Posts(1, 1, 1, 0, 1));
        labelling.choose(business, id, references("1"), true);
        assertThat(carriers(label)).containsExactly("1", "2");
    }

    @Test
    void whatIsTakenBackIsDecidedByTheRulesAgain() {
        append(post("1", "#spring"), post("2", "nothing"), post("3", "#spring"));
        LabelDetails label = labelling.create(business, LabelKind.CAMPAIGN, "Spring", SPRING);
        long id = label.label().id();
        labelling.choose(business, id, references("1"), false);
        labelling.choose(business, id, references("2"), true);
        assertThat(carriers(label)).containsExactly("2", "3");
        long version = version();

        assertThat(labelling.unchoose(business, id, references("1"))).hasValue(1);
        assertThat(labelling.unchoose(business, id, references("2"))).hasValue(1);

        assertThat(carriers(label)).containsExactly("1", "3");
        assertThat(version()).isEqualTo(version + 2);
        assertThat(labelling.unchoose(business, id, references("3")))
                .as("nothing was chosen")
                .hasValue(0);
        assertThat(version()).isEqualTo(version + 2);
        assertThat(labelling.unchoose(business, 5, references("1"))).isEmpty();
    }

    @Test
    void postsThatAreNotThereAreNamedAndNothingIsChanged() {
        append(post("1", "a"));
        long id = labelling
                .create(business, LabelKind.MARKET, "DACH", List.of())
                .label()
                .id();

        assertThatThrownBy(() ->
                        labelling.choose(business, id, new PostReferences(Set.of(77L), Set.of("1", "nine")), true))
                .isInstanceOfSatisfying(
                        UnknownPosts.class, bad -> assertThat(bad.unknown()).containsExactly("77", "nine"));
        assertThat(labelling.label(business, id).orElseThrow().posts().total()).isZero();
        assertThat(labelling.choose(business, 5, references("1"), true)).isEmpty();
    }

    @Test
    void anImportNamesLabelsAsLongAsItCounts() {
        long source = append(post("1", "a"), post("2", "b"));
        append(post("1", "a again"), post("2", "b again"));
        labelling.name(
                business,
                source,
                List.of(
                        new NamedLabel(LabelKind.PRODUCT, "Cold Brew", alias("1")),
                        new NamedLabel(LabelKind.PRODUCT, "cold brew", alias("2")),
                        new NamedLabel(LabelKind.PRODUCT, "Beans", alias("none"))));

        Labels labels = ledger.frame(business).labels();
        assertThat(labels.all()).extracting(Label::key).containsExactly("product:Beans", "product:Cold Brew");
        assertThat(labels.rows(labels.find(LabelKind.PRODUCT, "COLD BREW").orElseThrow()))
                .hasSize(2);

        ledger.undo(business, source);
        labels = ledger.frame(business).labels();
        assertThat(labels.rows(labels.find(LabelKind.PRODUCT, "cold brew").orElseThrow()))
                .isEmpty();
    }

    @Test
    void aNameMeansOneLabelOfItsKind() {
        LabelDetails spring = labelling.create(business, LabelKind.CAMPAIGN, "Frühling", List.of());
        LabelDetails autumn = labelling.create(business, LabelKind.CAMPAIGN, "Herbst", List.of());
        labelling.create(business, LabelKind.PILLAR, "Frühling", List.of());

        assertThatThrownBy(() -> labelling.create(business, LabelKind.CAMPAIGN, "FRÜHLING", List.of()))
                .isInstanceOf(DuplicateName.class)
                .hasMessageContaining(Long.toString(spring.label().id()));
        assertThatThrownBy(() -> labelling.change(business, autumn.label().id(), null, "frühling", null))
                .isInstanceOf(DuplicateName.class);
        assertThat(labelling.change(business, spring.label().id(), null, "FRÜHLING", null))
                .hasValueSatisfying(
                        changed -> assertThat(changed.label().name()).isEqualTo("FRÜHLING"));
    }

    @Test
    void aRemovedLabelIsGoneWithAllThatGaveIt() {
        append(post("1", "#spring"));
        long id = labelling
                .create(business, LabelKind.CAMPAIGN, "Spring", SPRING)
                .label()
                .id();
        labelling.choose(business, id, references("1"), true);

        assertThat(labelling.remove(business, id)).isTrue();
        assertThat(labelling.remove(business, id)).isFalse();
        assertThat(labelling.labels(business)).isEmpty();
        assertThat(ledger.frame(business).labels().all()).isEmpty();
    }

    @Test
    void accountsStandInGroups() {
        append(post("1", "a"));
        long account = ledger.accounts(business).getFirst().id();
        long before = version();

        assertThat(labelling.group(business, account, List.of("Brand  A", "dach", "brand a")))
                .hasValue(List.of("Brand A", "dach"));
        assertThat(labelling.group(business, account, List.of("dach", "Brand A")))
                .isPresent();
        assertThat(labelling.group(business, 5, List.of("x"))).isEmpty();

        assertThat(version()).isEqualTo(before + 1);
        assertThat(ledger.accounts(business).getFirst().groups()).containsExactly("Brand A", "dach");
        Frame frame = ledger.frame(business);
        assertThat(frame.accounts().getFirst().groups()).containsExactly("Brand A", "dach");
        assertThat(frame.labels().groups()).containsExactly("Brand A", "dach");
        labelling.group(business, account, List.of());
        assertThat(ledger.frame(business).labels().groups()).isEmpty();
    }

    @Test
    void anAccountMayHaveAZoneOfItsOwn() {
        append(post("1", "a"));
        long account = ledger.accounts(business).getFirst().id();
        long before = version();
        assertThat(ledger.accounts(business).getFirst().zone()).isNull();

        assertThat(labelling.zone(business, account, ZoneId.of("Asia/Tokyo"))).isTrue();
        assertThat(labelling.zone(business, account, ZoneId.of("Asia/Tokyo"))).isTrue();
        assertThat(labelling.zone(business, 5, ZoneId.of("Asia/Tokyo"))).isFalse();

        assertThat(version()).isEqualTo(before + 1);
        assertThat(ledger.accounts(business).getFirst().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(ledger.frame(business).accounts().getFirst().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        labelling.zone(business, account, null);
        assertThat(ledger.frame(business).accounts().getFirst().zone()).isNull();
    }

    @Test
    void aFrameOfThePastHasTheLabelsOfToday() {
        append(post("1", "#spring"));
        Instant then = clock.instant();
        clock.advance(Duration.ofHours(1));
        append(post("2", "#spring"));
        LabelDetails spring = labelling.create(business, LabelKind.CAMPAIGN, "Spring", SPRING);

        Labels past = new FramesAsOf(ledger).read(business, then).labels();

        assertThat(past.rows(spring.label())).containsExactly(0);
        assertThat(ledger.frame(business).labels().rows(spring.label())).hasSize(2);
    }

    @Test
    void businessesDoNotSeeOneAnothersLabels() {
        long other = fixture.directory()
                .createBusiness("Other", LedgerFixture.BERLIN, java.time.DayOfWeek.MONDAY, false)
                .id();
        long id = labelling
                .create(business, LabelKind.CAMPAIGN, "Spring", SPRING)
                .label()
                .id();

        assertThat(labelling.labels(other)).isEmpty();
        assertThat(labelling.remove(other, id)).isFalse();
        assertThat(labelling.change(other, id, null, "x", null)).isEmpty();
        assertThat(labelling.labels(business)).hasSize(1);
    }

    /// Whatever came in whatever order, what rules gave post by post is what they give to all posts at once.
    @Test
    void rulesAppliedAlongTheWayEqualRulesAppliedFromNothing() {
        List<String> pieces = List.of(
                "#spring", "#Summer", "sale", "salesman", "https://e.org/?utm_campaign=spring", "nothing", "Ünï");
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            List<Long> labels = new ArrayList<>();
            List<Long> sources = new ArrayList<>();
            for (int step = 0; step < 25; step++) {
                switch (random.nextInt(6)) {
                    case 0 ->
                        labels.add(labelling
                                .create(business, LabelKind.PILLAR, "L" + seed + "-" + step, rules(random))
                                .label()
                                .id());
                    case 1 -> {
                        if (!labels.isEmpty()) {
                            labelling.change(business, pick(labels, random), null, null, rules(random));
                        }
                    }
                    case 2 -> {
                        if (!sources.isEmpty()) {
                            ledger.undo(business, pick(sources, random));
                        }
                    }
                    default -> {
                        Observation[] posts = random.ints(1 + random.nextInt(5), 0, 12)
                                .mapToObj(id -> post(
                                        Integer.toString(id),
                                        pick(pieces, random) + " " + pick(pieces, random),
                                        MARCH_1.plusSeconds(random.nextInt(1000))))
                                .toArray(Observation[]::new);
                        sources.add(append(posts));
                    }
                }
            }
            Map<String, Set<String>> alongTheWay = allCarriers();
            ledger.rebuild(business);
            assertThat(allCarriers()).as("rebuilt, seed " + seed).isEqualTo(alongTheWay);
            for (LabelDetails label : labelling.labels(business)) {
                long id = label.label().id();
                labelling.change(business, id, null, null, List.of());
                labelling.change(business, id, null, null, label.rules());
            }
            assertThat(allCarriers()).as("from nothing, seed " + seed).isEqualTo(alongTheWay);
        }
    }

    private static List<LabelRule> rules(Random random) {
        List<LabelRule> all = List.of(
                LabelRule.of(LabelRule.Type.HASHTAG, "summer", false),
                LabelRule.of(LabelRule.Type.HASHTAG, "SPRING", false),
                LabelRule.of(LabelRule.Type.TEXT, "sale", random.nextBoolean()),
                LabelRule.of(LabelRule.Type.UTM_CAMPAIGN, "spring", false),
                LabelRule.of(LabelRule.Type.TEXT, "ünï", true));
        return List.of(pick(all, random), pick(all, random));
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private Map<String, Set<String>> allCarriers() {
        Map<String, Set<String>> carriers = new TreeMap<>();
        labelling.labels(business).forEach(label -> carriers.put(label.label().key(), carriers(label)));
        return carriers;
    }

    /// External ids of the posts that carry a label.
    private Set<String> carriers(LabelDetails label) {
        Frame frame = ledger.frame(business);
        Set<String> posts = new TreeSet<>();
        for (int row : frame.labels()
                .rows(labelling
                        .label(business, label.label().id())
                        .orElseThrow()
                        .label())) {
            posts.add(externalId(frame.posts().id(row)));
        }
        return posts;
    }

    private String externalId(long post) {
        return new Door(fixture.database())
                .inBusiness(
                        business,
                        session -> session.statement(
                                        "select external_id from post_alias where business_id = :business and post_id = :post")
                                .param("post", post)
                                .query(String.class)
                                .single());
    }

    private long version() {
        return ledger.versions(business).data();
    }

    private long append(Observation... observations) {
        long source = ledger.newId();
        return ledger.append(
                        business,
                        new SourceSpec(source, SourceSpec.Kind.FILE, "test", "f", "hash" + source, MARCH_1),
                        sink -> List.of(observations).forEach(sink::accept),
                        done -> "{}")
                .sourceId();
    }

    private static PostReferences references(String... externalIds) {
        return new PostReferences(Set.of(), Set.of(externalIds));
    }

    private static Alias alias(String id) {
        return new Alias("linkedin:activity", id);
    }

    /// Each text spoke a second after the one before.
    private Observation post(String id, String text) {
        clock.advance(Duration.ofSeconds(1));
        return post(id, text, MARCH_1.plus(Duration.between(LedgerFixture.NOW, clock.instant())));
    }

    private static Observation post(String id, String text, Instant observedAt) {
        PostVersion version = new PostVersion(
                Instant.parse("2026-02-19T23:30:00Z"),
                Placement.FEED,
                Format.IMAGE,
                text,
                "https://example.org/" + id,
                Boosted.NO,
                false);
        return new Observation.OfPost(
                ACME, List.of(alias(id)), version, MetricValues.of(Map.of(Metric.LIKES, 1.0)), observedAt);
    }
}
