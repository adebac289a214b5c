package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.linkedin.LinkedIn;
import io.tidemark.collect.connector.linkedin.LinkedInLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.linkedin.LinkedInSimulator;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostRecord;
import io.tidemark.ledger.PostRecords;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkedInLiveTest extends LiveContract {
    private final SimulatedAccount acme = world.add(new AccountPlan(
            "urn:li:organization:2414183", "acme", "Acme", 1, Duration.ofDays(60), 1200, LinkedInSimulator.kinds()));
    private final LinkedInSimulator linkedin = new LinkedInSimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        linkedin.register(
                app.clientId(),
                app.clientSecret().value(),
                app.redirect().toString(),
                java.util.Set.copyOf(login().scopes()));
        return linkedin;
    }

    @Override
    String app() {
        return "linkedin";
    }

    @Override
    Login login() {
        ConnectorSettings settings = new ConnectorSettings(Map.of(
                "base-url",
                linkedin.address().toString(),
                "oauth-url",
                linkedin.address().toString()));
        return new LinkedInLogin(settings, new LinkedIn(settings, clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return grant(linkedin.tokens().issue(linkedin.person()));
    }

    @Override
    void revoke() {
        linkedin.tokens().revoke(linkedin.person());
    }

    @Override
    long refusedByLimit() {
        return linkedin.refusedByLimit();
    }

    @Override
    Duration untilDeletionShows() {
        return Duration.ofDays(9);
    }

    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "linkedin:ugcPost",
                post -> listed(post.kind()) && LinkedInSimulator.urn(post).contains("ugcPost")
                        ? List.of(id(LinkedInSimulator.urn(post)))
                        : List.of(),
                Truth.plain(Metric.IMPRESSIONS, Metric.COMMENTS, Metric.CLICKS)));
    }

    @Test
    @Override
    void processesThatDieAndOthersThatGoOnEndAtTheTruth() {
        dieAndGoOn();
    }

    /// Files name posts by their activity, the interface by what was shared.
    @Test
    void postsThatFilesNameByAnotherIdAreOneWithThoseThatAreFoundAndAreReadOn() {
        SimulatedPost early = recent(clock.instant()).getFirst();
        SimulatedPost late = recent(clock.instant()).getLast();
        try (LiveFixture live = seldom(Duration.ofHours(2))) {
            importFile(live, early);
            List<Long> accounts = live.connect(grant());
            live.live(accounts, Duration.ofHours(2));
            int posts = posts(live);
            long file = importFile(live, late);
            Instant imported = clock.instant();
            assertThat(posts(live)).isEqualTo(posts);

            live.live(accounts, Duration.ofDays(1));

            assertTruth(live);
            for (SimulatedPost post : List.of(early, late)) {
                PostRecord one = find(live, activity(post));
                assertThat(one).isEqualTo(find(live, shared(post)));
                assertThat(one.aliases()).containsExactlyInAnyOrder(activity(post), shared(post));
                assertThat(one.history().readings().getLast().observedAt()).isAfter(imported);
            }
            live.ledger().ledger().undo(live.business().id(), file);
            live.live(accounts, Duration.ofHours(2));
            assertThat(find(live, shared(late)).aliases()).containsExactly(shared(late));
        }
    }

    private List<SimulatedPost> recent(Instant now) {
        return acme.visible(now).stream()
                .filter(post -> listed(post.kind()) && !post.text().isBlank())
                .filter(post -> post.publishedAt().isAfter(now.minus(Duration.ofDays(5))))
                .toList();
    }

    private static Alias shared(SimulatedPost post) {
        String[] urn = LinkedInSimulator.urn(post).split(":", -1);
        return new Alias("linkedin:" + urn[2], urn[3]);
    }

    private static Alias activity(SimulatedPost post) {
        long secondLater = Long.parseLong(shared(post).externalId()) + (1_000L << 22);
        return new Alias("linkedin:activity", Long.toString(secondLater));
    }

    private long importFile(LiveFixture live, SimulatedPost post) {
        Instant now = clock.instant();
        SourceSpec spec = new SourceSpec(
                live.ledger().ledger().newId(), SourceSpec.Kind.FILE, "test", post.text(), post.text(), now);
        Observation said = new Observation.OfPost(
                AccountKey.ofHandle(Platform.LINKEDIN, acme.handle()),
                List.of(activity(post)),
                new PostVersion(
                        post.publishedAt(), Placement.FEED, Format.TEXT, post.text(), null, Boosted.UNKNOWN, false),
                MetricValues.of(Map.of(
                        Metric.IMPRESSIONS, post.value(Metric.IMPRESSIONS, now).orElseThrow())),
                now);
        live.ledger().ledger().append(live.business().id(), spec, sink -> sink.accept(said), _ -> "{}");
        return spec.sourceId();
    }

    private static int posts(LiveFixture live) {
        return live.ledger().ledger().frame(live.business().id()).posts().size();
    }

    private static PostRecord find(LiveFixture live, Alias alias) {
        long id = live.sql()
                .sql("select post_id from post_alias where scheme = ? and external_id = ?")
                .params(alias.scheme(), alias.externalId())
                .query(Long.class)
                .single();
        return new PostRecords(live.ledger().database())
                .find(live.business().id(), id, null)
                .orElseThrow();
    }

    private static boolean listed(String kind) {
        return !List.of("reshare", "ad", "draft").contains(kind);
    }

    private static String id(String urn) {
        return urn.substring(urn.lastIndexOf(':') + 1);
    }
}
