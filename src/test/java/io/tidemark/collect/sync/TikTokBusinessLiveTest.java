package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.tiktok.TikTokBusiness;
import io.tidemark.collect.connector.tiktok.TikTokBusinessLogin;
import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.tiktok.TikTokSimulator;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TikTokBusinessLiveTest extends LiveContract {
    private final SimulatedAccount acme =
            world.add(new AccountPlan("12345", "acme", "Acme", 2, Duration.ofDays(40), 1200, TikTokSimulator.kinds()));
    private final TikTokSimulator tiktok = new TikTokSimulator(world, clock);

    @Override
    Simulator simulate(Login.App app) {
        tiktok.registerBusiness(
                app.clientId(), app.clientSecret().value(), app.redirect().toString());
        return tiktok;
    }

    @Override
    String app() {
        return "tiktok_business";
    }

    @Override
    Login login() {
        ConnectorSettings settings =
                new ConnectorSettings(Map.of("base-url", tiktok.address().toString()));
        return new TikTokBusinessLogin(settings, new TikTokBusiness(settings, "client", clock));
    }

    @Override
    SimulatedAccount account() {
        return acme;
    }

    @Override
    Login.Grant grant() {
        return grant(tiktok.businessTokens().issue(acme.externalId()));
    }

    @Override
    void revoke() {
        tiktok.businessTokens().revoke(acme.externalId());
    }

    @Override
    long refusedByLimit() {
        return tiktok.refusedByLimit();
    }

    /// Insights are those of a day before.
    @Override
    List<Truth> truths() {
        return List.of(new Truth(
                acme,
                "tiktok:video",
                post -> List.of(TikTokSimulator.id(post)),
                Truth.plain(Metric.VIDEO_VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES)));
    }

    @Test
    void whatIsNotToldOfAnIdlePostIsNeverZero() {
        tiktok.tellInsightsAtOnce();
        try (LiveFixture live = seldom(Duration.ofHours(3))) {
            List<Long> accounts = live.connect(grant());
            Set<String> idle = Set.copyOf(acme.visible(clock.instant()).stream()
                    .filter(post -> !tiktok.isWatched(post))
                    .map(TikTokSimulator::id)
                    .toList());
            assertThat(idle).isNotEmpty();

            live.live(accounts, Duration.ofDays(1));

            assertThat(live.readings("tiktok:video"))
                    .filteredOn(reading -> idle.contains(reading.alias()))
                    .isNotEmpty()
                    .allSatisfy(reading ->
                            assertThat(reading.values()).doesNotContainKeys(Metric.REACH, Metric.WATCH_TIME_SECONDS));
        }
    }

    /// It takes a month until a post is idle.
    @Test
    @Tag("thorough")
    void whatIsToldNoMoreOfAnIdlePostStaysAsItWas() {
        tiktok.tellInsightsAtOnce();
        try (LiveFixture live = live()) {
            live.live(live.connect(grant()), Duration.ofDays(31));

            Map<String, Double> reach = new HashMap<>();
            live.readings("tiktok:video").forEach(reading -> {
                Double told = reading.values().get(Metric.REACH);
                if (told != null) {
                    reach.put(reading.alias(), told);
                }
            });
            List<SimulatedPost> lost = acme.visible(clock.instant()).stream()
                    .filter(post -> !tiktok.isWatched(post) && reach.containsKey(TikTokSimulator.id(post)))
                    .toList();
            assertThat(lost).isNotEmpty();
            lost.forEach(post -> assertThat(shown(live, TikTokSimulator.id(post), "reach"))
                    .as("reach of %s", TikTokSimulator.id(post))
                    .isEqualTo(reach.get(TikTokSimulator.id(post))));
        }
    }

    @Test
    void daysAreTheTruthOnceTheyAreSettled() {
        try (LiveFixture live = seldom(Duration.ofHours(6))) {
            live.live(live.connect(grant()), Duration.ofDays(6));

            LocalDate last =
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(4);
            for (LocalDate day = last.minusDays(20); !day.isAfter(last); day = day.plusDays(1)) {
                assertThat(day(live, day))
                        .as("views of %s", day)
                        .isEqualTo(acme.onDay(Metric.VIDEO_VIEWS, day, ZoneOffset.UTC)
                                .orElseThrow());
            }
        }
    }

    /// The number that people see.
    private static double shown(LiveFixture live, String id, String metric) {
        return live.sql()
                .sql("""
                        select p.%s from post_analytics p
                        join post_alias a on a.business_id = p.business_id and a.post_id = p.post_id
                        where a.external_id = :id
                        """.formatted(metric))
                .param("id", id)
                .query(Double.class)
                .single();
    }

    private static double day(LiveFixture live, LocalDate day) {
        return live.sql().sql("""
                        select value from daily_fact where day = :day and metric = 'video_views'
                        order by observed_at desc limit 1
                        """).param("day", day).query(Double.class).single();
    }
}
