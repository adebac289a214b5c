package io.tidemark.collect.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.Refresh;
import io.tidemark.collect.SourceCollector;
import io.tidemark.frame.Frame;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.Told;
import io.tidemark.testing.CanonicalDump;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoSourceTest {
    private static final Instant NOW = LedgerFixture.NOW;
    private static final Window BEGUN = new Window(NOW);
    private static final Duration YOUNGEST = Duration.ofHours(2);

    @Test
    void whatWasReadBeforeStaysAsItWas() {
        Instant first = NOW.plus(Duration.ofHours(7));
        Instant second = NOW.plus(Duration.ofDays(2));
        Window once = BEGUN.refreshedAt(List.of(first));
        Window twice = once.refreshedAt(List.of(second));
        for (Profile profile : Profiles.ALL) {
            Set<Observation> told = known(new DemoAccount(profile, BEGUN).between(Instant.MIN, NOW));
            Set<Observation> toldThen = known(new DemoAccount(profile, once).between(NOW, first));

            assertThat(known(new DemoAccount(profile, once).between(Instant.MIN, NOW)))
                    .as(profile.handle())
                    .isEqualTo(told);
            assertThat(new DemoAccount(profile, twice).between(NOW, first)).containsAll(toldThen);
            assertThat(new DemoAccount(profile, twice).between(first, second)).isNotEmpty();
        }
    }

    @Test
    void aRefreshReadsFreshPostsFollowersAndDaysAndNowAndThenANewPost() {
        Instant later = NOW.plus(Duration.ofDays(1));
        Window window = BEGUN.refreshedAt(List.of(later));
        int fresh = 0;
        int levels = 0;
        int days = 0;
        int published = 0;
        for (Profile profile : Profiles.ALL) {
            for (Observation observation : new DemoAccount(profile, window).between(NOW, later)) {
                switch (observation) {
                    case Observation.OfPost post -> {
                        fresh += post.observedAt().equals(later) ? 1 : 0;
                        published += later(post.version().publishedAt(), NOW) ? 1 : 0;
                    }
                    case Observation.OfAccount level ->
                        levels += level.observedAt().equals(later) ? 1 : 0;
                    case Observation.OfDay _ -> days++;
                    default -> {}
                }
            }
        }
        assertThat(fresh).isGreaterThan(50);
        assertThat(levels).isEqualTo(Profiles.ALL.size());
        assertThat(days).isPositive();
        assertThat(published).isPositive();
    }

    @Test
    void refreshesGoThroughTheLedger() {
        MutableClock clock = new MutableClock(NOW);
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            Business demo = new DemoBusiness().ensure(fixture.ledger(), fixture.directory(), NOW);
            DemoSource source = new DemoSource(fixture.ledger(), new LiveAccounts(fixture.database()));
            Refresh refresh =
                    new Refresh(fixture.directory(), List.of(new SourceCollector(fixture.ledger(), source, clock)));
            assertThat(refresh.accounts(demo)).hasSize(Profiles.ALL.size());
            assertThat(refresh.accounts(fixture.business())).isEmpty();
            Frame before = fixture.ledger().frame(demo.id());

            clock.advance(Duration.ofHours(30));
            refresh.run(job(demo, 9001), progress -> {});
            Frame after = fixture.ledger().frame(demo.id());
            List<String> facts = facts(fixture, demo);

            assertThat(after.dataVersion()).isGreaterThan(before.dataVersion());
            assertThat(after.posts().size()).isGreaterThan(before.posts().size());
            assertThat(sources(fixture, demo))
                    .hasSize(Profiles.ALL.size() * (SyncRun.COUNT + 1))
                    .allMatch(s ->
                            s.name().contains("demonstration") && s.format().equals("demo"));

            // Asked again at the same instant they say nothing more, and the versions tell that they were asked.
            refresh.run(job(demo, 9002), progress -> {});
            assertThat(facts(fixture, demo)).isEqualTo(facts);
            assertThat(fixture.ledger().versions(demo.id()).freshness()).isGreaterThan(after.dataVersion());

            // The demonstration counts as complete with refreshes in it.
            new DemoBusiness().ensure(fixture.ledger(), fixture.directory(), clock.instant());
            assertThat(sources(fixture, demo)).hasSize(Profiles.ALL.size() * (SyncRun.COUNT + 2));
        }
    }

    @Test
    void anotherDemonstrationBusinessIsNotServed() {
        try (LedgerFixture fixture = LedgerFixture.create()) {
            Business other = fixture.directory().createBusiness("Mine", ZoneId.of("UTC"), DayOfWeek.MONDAY, true);

            assertThat(new DemoSource(fixture.ledger(), new LiveAccounts(fixture.database())).serves(other))
                    .isFalse();
        }
    }

    private static boolean later(@Nullable Instant published, Instant than) {
        return published != null && published.isAfter(than);
    }

    /// Without posts that were too young to be known.
    private static Set<Observation> known(List<Observation> observations) {
        return observations.stream()
                .filter(o -> !(o instanceof Observation.OfPost post
                        && later(post.version().publishedAt(), NOW.minus(YOUNGEST))))
                .collect(Collectors.toSet());
    }

    private static List<Source> sources(LedgerFixture fixture, Business business) {
        return fixture.ledger().sources(business.id(), SourceSpec.Kind.SYNC);
    }

    private static List<String> facts(LedgerFixture fixture, Business business) {
        return CanonicalDump.of(fixture.address(), business.id()).facts().stream()
                .filter(line -> !line.startsWith("(source,")
                        && !line.startsWith("(discovery,")
                        && !line.startsWith("(absence,"))
                .toList();
    }

    private static Job job(Business business, long id) {
        return new Job(
                business.id(),
                id,
                Job.Kind.REFRESH,
                null,
                null,
                Job.Status.RUNNING,
                null,
                NOW,
                NOW,
                null,
                1,
                new Job.Progress(0, 0, new Told("", null)),
                null,
                null);
    }
}
