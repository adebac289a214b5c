package io.tidemark.collect.connector.linkedin;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.DirectApi;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Faults;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.linkedin.LinkedInSimulator;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The connector over HTTP against a LinkedIn whose truth is known.
class LinkedInSimulatorTest {
    private static final Instant BEGIN = Instant.parse("2026-09-01T09:30:00Z");
    private static final Set<String> LEFT_OUT = Set.of("reshare", "ad", "draft");
    private static final List<Metric> OF_STATISTICS =
            List.of(Metric.IMPRESSIONS, Metric.REACH, Metric.CLICKS, Metric.SHARES);

    private final MutableClock clock = new MutableClock(BEGIN);
    private final World world = new World(7, clock, Duration.ofDays(200));
    private final SimulatedAccount acme = world.add(plan("urn:li:organization:2414183", "acme", "Acme Inc", 0.9, 120));
    private final SimulatedAccount other = world.add(plan("urn:li:organization:1337", "other", "Other Ltd", 0.3, 30));
    private final SimulatedAccount ada = world.add(plan("urn:li:person:abC1", "ada-byron", "Ada Byron", 0.2, 60));
    private final LinkedInSimulator simulator = new LinkedInSimulator(world, clock);
    private final LinkedIn linkedIn = linkedIn(Map.of());
    private DirectApi api = api(linkedIn);

    @BeforeEach
    void start() {
        simulator.start();
        api = api(linkedIn);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void findsPagesAndSaysWhatStandsInTheWay() {
        simulator.role(other.externalId(), "RECRUITING_POSTER");
        Page<FoundAccount> page = linkedIn.accounts(api, null);

        assertThat(page.next()).isNull();
        assertThat(page.items()).hasSize(2);
        FoundAccount found = page.items().getFirst();
        assertThat(found.obstacle()).isNull();
        assertThat(found.account().externalId()).isEqualTo(acme.externalId());
        assertThat(found.account().kind()).isEqualTo("organization");
        assertThat(found.key())
                .isEqualTo(new AccountKey(
                        Platform.LINKEDIN,
                        "acme",
                        "Acme Inc",
                        List.of(new Alias("linkedin:organization", "2414183"), new Alias("linkedin:handle", "acme"))));
        assertThat(page.items().getLast().obstacle())
                .asString()
                .contains("RECRUITING_POSTER")
                .contains("administrator");
    }

    @Test
    void findsThePersonWhereTheSettingsAskForTheirNumbers() {
        LinkedIn withMembers =
                linkedIn(Map.of("scopes", "r_basicprofile,rw_organization_admin,r_member_postAnalytics"));
        FoundAccount person = withMembers.accounts(api, null).items().getFirst();

        assertThat(person.account().kind()).isEqualTo("member");
        assertThat(person.account().externalId()).isEqualTo(ada.externalId());
        assertThat(person.key().aliases())
                .as("exported files go by the name")
                .contains(new Alias("linkedin:person", "abC1"), new Alias("linkedin:handle", "ada byron"));
        assertThat(linkedIn(Map.of("scopes", "openid,profile,r_member_profileAnalytics"))
                        .accounts(api, null)
                        .items()
                        .getFirst()
                        .key()
                        .name())
                .isEqualTo("Ada Byron");
    }

    @Test
    void listsEveryPostThatPeopleSeeThroughShortPages() {
        acme.posts().get(20).delete(BEGIN.minusSeconds(1));
        simulator.pageLength(7);

        List<ListedPost> listed = list(acme);

        List<SimulatedPost> truth = acme.visible(BEGIN).stream()
                .filter(post -> !LEFT_OUT.contains(post.kind()))
                .toList();
        assertThat(truth.size()).isGreaterThan(60);
        assertThat(listed)
                .extracting(post -> post.ref().externalId())
                .containsExactlyElementsOf(
                        truth.stream().map(LinkedInSimulator::urn).toList());
        assertThat(listed)
                .extracting(post -> post.version().text())
                .containsExactlyElementsOf(
                        truth.stream().map(SimulatedPost::text).toList());
        assertThat(listed)
                .extracting(post -> post.ref().publishedAt())
                .containsExactlyElementsOf(truth.stream()
                        .map(post -> Instant.ofEpochMilli(post.publishedAt().toEpochMilli()))
                        .toList());
        assertThat(simulator.counts().get("GET /rest/posts")).isGreaterThan(10);
    }

    @Test
    void readsTheTruthAboutEveryPost() {
        Map<String, SimulatedPost> truth = byUrn(acme);
        Map<String, MetricValues> read = readAll(acme);

        assertThat(read.keySet()).isEqualTo(truth.keySet());
        read.forEach((urn, values) -> {
            Map<Metric, Double> expected = new EnumMap<>(Metric.class);
            for (Metric metric : OF_STATISTICS) {
                if (has(truth, urn, Metric.IMPRESSIONS) > 0) {
                    expected.put(metric, has(truth, urn, metric));
                }
            }
            expected.put(Metric.REACTIONS, has(truth, urn, Metric.REACTIONS));
            expected.put(Metric.COMMENTS, has(truth, urn, Metric.COMMENTS));
            SimulatedPost post = truth.get(urn);
            if (post != null && post.kind().equals("video")) {
                expected.put(Metric.VIDEO_VIEWS, has(truth, urn, Metric.VIDEO_VIEWS));
                expected.put(Metric.WATCH_TIME_SECONDS, has(truth, urn, Metric.WATCH_TIME_SECONDS));
            }
            assertThat(values).as(urn).isEqualTo(MetricValues.of(expected));
        });
    }

    @Test
    void saysNothingOfPostsThatStatisticsForget() {
        simulator.forget(Duration.ofDays(90));
        List<PostRef> refs = list(acme).stream().map(ListedPost::ref).toList();
        List<PostRef> old = refs.stream()
                .filter(ref -> ref.publishedAt().plus(Duration.ofDays(90)).isBefore(BEGIN))
                .limit(5)
                .toList();

        assertThat(old).hasSize(5);
        assertThat(linkedIn.readPosts(api, account(acme), route("statistics"), old, Set.of()))
                .isEmpty();
    }

    @Test
    void onePostThatIsGoneSpoilsABatchOfStatisticsButNotOfMetadata() {
        List<PostRef> refs = list(acme).stream().map(ListedPost::ref).limit(4).toList();
        PostRef gone = refs.get(2);
        Objects.requireNonNull(byUrn(acme).get(gone.externalId())).delete(BEGIN);

        assertThat(fault(() -> linkedIn.readPosts(api, account(acme), route("statistics"), refs, Set.of())))
                .isInstanceOf(Fault.BatchRefused.class);
        Map<String, PostReading> read = linkedIn.readPosts(api, account(acme), route("metadata"), refs, Set.of());
        assertThat(read).hasSize(4).containsEntry(gone.externalId(), new PostReading.Gone());
    }

    @Test
    void readsDaysAsFarAsTheyAreTold() {
        LocalDate today = LocalDate.ofInstant(BEGIN, ZoneOffset.UTC);
        LocalDate from = today.minusDays(30);
        List<DayReading> shares = linkedIn.readDays(api, account(acme), day("page_shares"), from, today, Set.of());
        List<DayReading> visits = linkedIn.readDays(api, account(acme), day("page_visits"), from, today, Set.of());
        List<DayReading> follows = linkedIn.readDays(api, account(acme), day("page_follows"), from, today, Set.of());

        assertThat(shares).hasSize(29);
        assertThat(shares.getLast().day()).isEqualTo(today.minusDays(2));
        for (int index = 0; index < shares.size(); index++) {
            LocalDate day = from.plusDays(index);
            assertThat(shares.get(index))
                    .isEqualTo(new DayReading(
                            day,
                            onDay(
                                    acme,
                                    day,
                                    Metric.IMPRESSIONS,
                                    Metric.REACH,
                                    Metric.CLICKS,
                                    Metric.REACTIONS,
                                    Metric.COMMENTS,
                                    Metric.SHARES)));
            assertThat(visits.get(index)).isEqualTo(new DayReading(day, onDay(acme, day, Metric.PROFILE_VISITS)));
            assertThat(follows.get(index).values().find(Metric.FOLLOWS)).hasValue(gain(acme, day));
        }
    }

    @Test
    void readsFollowersByTheFormerNameToo() {
        for (boolean former : List.of(false, true)) {
            simulator.formerEdge(former);
            AccountReading reading = linkedIn.readAccount(api, account(acme));
            assertThat(reading.levels().find(Metric.FOLLOWERS)).hasValue(acme.followers(BEGIN));
            assertThat(reading.parts().stream()
                            .mapToDouble(AccountReading.Part::value)
                            .sum())
                    .isEqualTo(acme.followers(BEGIN));
        }
    }

    @Test
    void leavesOutWhatOnlyAdministratorsAreTold() {
        simulator.role(acme.externalId(), "CONTENT_ADMINISTRATOR");
        LocalDate day = LocalDate.parse("2026-08-20");

        AccountReading reading = linkedIn.readAccount(api, account(acme));
        assertThat(reading.levels().has(Metric.FOLLOWERS)).isTrue();
        assertThat(reading.parts()).isEmpty();
        Fault fault = fault(() -> linkedIn.readDays(api, account(acme), day("page_follows"), day, day, Set.of()));
        assertThat(fault).isInstanceOf(Fault.NotPermitted.class);
        assertThat(fault.said().english()).contains("administrator");
    }

    @Test
    void readsThePostsOfAPersonThatWereNamed() {
        List<SimulatedPost> own = List.copyOf(byUrn(ada).values()).subList(0, 2);
        LinkedIn naming = linkedIn(Map.of(
                "member-posts.abC1",
                String.join(",", own.stream().map(LinkedInSimulator::urn).toList())));
        TrackedAccount person = account(ada);
        assertThat(linkedIn.posts(api, person, posts(), null, null).items()).isEmpty();
        List<ListedPost> listed = naming.posts(api, person, posts(), null, null).items();
        assertThat(listed).hasSize(2);

        PostRoute route = route("member");
        for (ListedPost post : listed) {
            SimulatedPost truth =
                    Objects.requireNonNull(byUrn(ada).get(post.ref().externalId()));
            assertThat(route.takes(post.ref(), BEGIN)).isTrue();
            assertThat(naming.readPosts(api, person, route, List.of(post.ref()), route.metrics()))
                    .containsEntry(
                            post.ref().externalId(),
                            new PostReading.Values(values(
                                    truth,
                                    Metric.IMPRESSIONS,
                                    Metric.REACH,
                                    Metric.REACTIONS,
                                    Metric.COMMENTS,
                                    Metric.SHARES,
                                    Metric.SAVES,
                                    Metric.LINK_CLICKS,
                                    Metric.PROFILE_VISITS,
                                    Metric.FOLLOWS)));
        }
        assertThat(naming.readAccount(api, person).levels().find(Metric.FOLLOWERS))
                .hasValue(ada.followers(BEGIN));
    }

    @Test
    void readsDaysOfAPerson() {
        LocalDate day = LocalDate.parse("2026-08-20");
        DayRoute route = day("member_posts");
        assertThat(linkedIn.readDays(api, account(ada), route, day, day, route.metrics()))
                .containsExactly(new DayReading(
                        day, onDay(ada, day, Metric.IMPRESSIONS, Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES)));
        assertThat(linkedIn.readDays(api, account(ada), day("member_follows"), day, day, Set.of()))
                .containsExactly(new DayReading(day, MetricValues.of(Map.of(Metric.FOLLOWS, gain(ada, day)))));
        simulator.developmentTier(true);
        assertThat(fault(() -> linkedIn.readAccount(api, account(ada)))).isInstanceOf(Fault.NotPermitted.class);
    }

    @Test
    void tellsPeoplesNumbersToThemselvesAlone() {
        TrackedAccount somebody = new TrackedAccount(
                "urn:li:person:zzz", "member", AccountKey.ofHandle(Platform.LINKEDIN, "somebody"), null);
        Fault fault = fault(() -> linkedIn.readAccount(api, somebody));
        assertThat(fault).isInstanceOf(Fault.NotPermitted.class);
        assertThat(fault.said().english()).contains("Ada Byron").contains("somebody");
    }

    @Test
    void waitsForMidnightWhereAResourceHasNoCallsLeft() {
        simulator.limit("GET /rest/posts", 2);
        page();
        page();
        Instant midnight = Instant.parse("2026-09-02T00:00:00Z");
        assertThat(fault(this::page)).isInstanceOfSatisfying(Fault.RateLimited.class, limited -> {
            assertThat(limited.scope()).isEqualTo(Fault.Scope.ENDPOINT);
            assertThat(limited.until()).isEqualTo(midnight);
        });
        assertThat(linkedIn.accounts(api, null).items())
                .as("other resources answer")
                .isNotEmpty();
        clock.advance(Duration.between(BEGIN, midnight));
        page();
        assertThat(simulator.refusedByLimit()).isEqualTo(1);
    }

    @Test
    void tellsTokensThatHaveEndedFromThoseThatWereTakenBack() {
        simulator.tokens().revoke(simulator.person());
        assertThat(fault(this::page)).isInstanceOf(Fault.SignInGone.class);
        api = api(linkedIn);
        page();
        clock.advance(Duration.ofDays(60));
        assertThat(fault(this::page)).isInstanceOf(Fault.TokenExpired.class);
    }

    @Test
    void tellsTheOperatorOfAVersionThatIsDead() {
        simulator.versions("202610", "202611");
        assertThat(fault(this::page)).isInstanceOf(Fault.Misconfigured.class);
        LinkedIn renewed = linkedIn(Map.of("version", "202611"));
        assertThat(renewed.posts(api(renewed), account(acme), posts(), null, null)
                        .items())
                .isNotEmpty();
    }

    @Test
    void readsNoNonsense() {
        List<Fault> met = new ArrayList<>();
        simulator.breakBy(Faults.seeded(3, 0.9));
        for (int call = 0; call < 30; call++) {
            CallFailed failed = catchThrowableOfType(CallFailed.class, this::page);
            if (failed != null) {
                met.add(failed.fault());
            }
        }
        assertThat(met)
                .hasSizeGreaterThan(15)
                .allMatch(fault -> fault instanceof Fault.Passing || fault instanceof Fault.Unreadable);
        assertThat(met).hasAtLeastOneElementOfType(Fault.Passing.class);
        assertThat(met).hasAtLeastOneElementOfType(Fault.Unreadable.class);
    }

    private void page() {
        linkedIn.posts(api, account(acme), posts(), null, null);
    }

    private List<ListedPost> list(SimulatedAccount account) {
        List<ListedPost> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<ListedPost> page = linkedIn.posts(api, account(account), posts(), null, cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    /// Every post by every route that takes it, the first that tells a metric counting.
    private Map<String, MetricValues> readAll(SimulatedAccount account) {
        List<PostRef> refs = list(account).stream().map(ListedPost::ref).toList();
        Map<String, Map<Metric, Double>> read = new HashMap<>();
        for (PostRoute route : linkedIn.postRoutes()) {
            List<PostRef> taken =
                    refs.stream().filter(ref -> route.takes(ref, BEGIN)).toList();
            for (int from = 0; from < taken.size(); from += route.batch()) {
                List<PostRef> batch = taken.subList(from, Math.min(taken.size(), from + route.batch()));
                linkedIn.readPosts(api, account(account), route, batch, route.metrics())
                        .forEach((urn, reading) -> add(read.computeIfAbsent(urn, key -> new HashMap<>()), reading));
            }
        }
        return read.entrySet().stream().collect(toMap(Map.Entry::getKey, one -> MetricValues.of(one.getValue())));
    }

    private static void add(Map<Metric, Double> values, PostReading reading) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        PostReading.Values.class,
                        read -> read.values()
                                .present()
                                .forEach(metric ->
                                        values.putIfAbsent(metric, read.values().orNaN(metric))));
    }

    private Map<String, SimulatedPost> byUrn(SimulatedAccount account) {
        return account.visible(BEGIN).stream()
                .filter(post -> !LEFT_OUT.contains(post.kind()))
                .collect(toMap(LinkedInSimulator::urn, post -> post));
    }

    private static double has(Map<String, SimulatedPost> posts, String urn, Metric metric) {
        return Objects.requireNonNull(posts.get(urn)).value(metric, BEGIN).orElseThrow();
    }

    private static MetricValues values(SimulatedPost post, Metric... metrics) {
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : metrics) {
            values.put(metric, post.value(metric, BEGIN).orElseThrow());
        }
        return values.build();
    }

    private static MetricValues onDay(SimulatedAccount account, LocalDate day, Metric... metrics) {
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : metrics) {
            values.put(metric, account.onDay(metric, day, ZoneOffset.UTC).orElseThrow());
        }
        return values.build();
    }

    private static double gain(SimulatedAccount account, LocalDate day) {
        return account.followers(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                - account.followers(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Fault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        CallFailed failed = catchThrowableOfType(CallFailed.class, call);
        assertThat(failed).as("the call fails").isNotNull();
        return failed.fault();
    }

    private Listing posts() {
        return linkedIn.listings().getFirst();
    }

    private PostRoute route(String name) {
        return linkedIn.postRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private DayRoute day(String name) {
        return linkedIn.dayRoutes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private LinkedIn linkedIn(Map<String, String> settings) {
        return new LinkedIn(new ConnectorSettings(settings), clock);
    }

    private DirectApi api(LinkedIn connector) {
        return new DirectApi(
                connector,
                simulator.address(),
                simulator.tokens().issue(simulator.person()).access(),
                clock);
    }

    private static TrackedAccount account(SimulatedAccount account) {
        boolean person = account.externalId().startsWith("urn:li:person:");
        return new TrackedAccount(
                account.externalId(),
                person ? "member" : "organization",
                AccountKey.ofHandle(Platform.LINKEDIN, account.handle()),
                null);
    }

    private static AccountPlan plan(String urn, String handle, String name, double postsPerDay, int pastDays) {
        return new AccountPlan(
                urn, handle, name, postsPerDay, Duration.ofDays(pastDays), 5000, LinkedInSimulator.kinds());
    }
}
