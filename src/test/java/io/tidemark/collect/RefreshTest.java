package io.tidemark.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.JobFailed;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshTest {
    private final LedgerFixture fixture = LedgerFixture.create();
    private final FakeSource source = new FakeSource();
    private final Refresh refresh = new Refresh(
            fixture.directory(),
            List.of(new SourceCollector(fixture.ledger(), source, Clock.fixed(LedgerFixture.NOW, ZoneOffset.UTC))));
    private final List<Job.Progress> progress = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyAccountBecomesASourceOfItsOwn() {
        String result = refresh.run(job(17, null), progress::add);

        assertThat(sources()).extracting(Source::name).containsExactlyInAnyOrder("Reading of a", "Reading of b");
        assertThat(sources()).extracting(Source::observedAt).containsOnly(LedgerFixture.NOW);
        assertThat(result).contains("\"account_id\": 1", "\"account_id\": 2", "\"account_snapshots\": 1");
        assertThat(progress)
                .extracting(one -> "%d of %d: %s"
                        .formatted(one.done(), one.total(), one.text().text()))
                .containsExactly(
                        "0 of 2: Collecting X @a.",
                        "0 of 2: X @a: page 1",
                        "1 of 2: Collecting X @b.",
                        "1 of 2: X @b: page 1",
                        "2 of 2: Collected.");
        assertThat(progress.getFirst().text().said())
                .isEqualTo("{\"code\":\"refresh_collecting\",\"values\":"
                        + "{\"account\":{\"kind\":\"name\",\"value\":\"X @a\"}}}");
    }

    @Test
    void aRefreshOfOneAccountLeavesTheOthersAlone() {
        refresh.run(job(17, 2L), progress::add);

        assertThat(sources()).extracting(Source::name).containsExactly("Reading of b");
    }

    @Test
    void everyRefreshMovesTheVersionsAlsoOneThatFindsNothing() {
        refresh.run(job(17, 1L), progress::add);
        var before = fixture.ledger().versions(fixture.business().id());
        source.silent = true;

        refresh.run(job(18, 1L), progress::add);

        assertThat(fixture.ledger().versions(fixture.business().id()).freshness())
                .isGreaterThan(before.freshness());
    }

    @Test
    void anAccountThatFailsIsNamedAndTheOthersAreCollected() {
        source.failing = "a";

        assertThatThrownBy(() -> refresh.run(job(17, null), progress::add))
                .isInstanceOf(JobFailed.class)
                .hasMessage("1 of 2 accounts could not be collected, the others were."
                        + " X @a: the permission was withdrawn, connect the account again.");
        assertThat(sources()).extracting(Source::name).containsExactly("Reading of b");
    }

    @Test
    void whatNobodyForesawTellsNoSecrets() {
        source.broken = "b";

        assertThatThrownBy(() -> refresh.run(job(17, 2L), progress::add))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("job=17")
                .hasMessageNotContaining("secret");
        assertThat(sources()).isEmpty();
    }

    @Test
    void aJobThatIsTakenUpAgainDoesNotCollectTwice() {
        source.failing = "b";
        assertThatThrownBy(() -> refresh.run(job(17, null), progress::add)).isInstanceOf(JobFailed.class);
        source.failing = "";

        String result = refresh.run(job(17, null), progress::add);

        assertThat(sources()).hasSize(2);
        assertThat(result).contains("{\"account_id\": 1, \"collected_before\": true}");
    }

    @Test
    void whereNothingIsConnectedAnyMoreItSaysSo() {
        assertThatThrownBy(() -> refresh.run(job(17, 99L), progress::add))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("import files");
    }

    private static Said said(String words) {
        return Sentence.of("told", words).said();
    }

    private List<Source> sources() {
        return fixture.ledger().sources(fixture.business().id(), SourceSpec.Kind.SYNC);
    }

    private Job job(long id, @Nullable Long accountId) {
        return new Job(
                fixture.business().id(),
                id,
                Job.Kind.REFRESH,
                accountId,
                null,
                Job.Status.RUNNING,
                null,
                LedgerFixture.NOW,
                LedgerFixture.NOW,
                null,
                1,
                Job.Progress.of(0, 0, said("Waiting.")),
                null,
                null);
    }

    /// Two accounts with a follower count each.
    private static final class FakeSource implements AccountSource {
        String failing = "";
        String broken = "";
        boolean silent;

        @Override
        public String format() {
            return "fake";
        }

        @Override
        public String nameOf(Account account) {
            return "Reading of " + account.handle();
        }

        @Override
        public boolean serves(Business business) {
            return true;
        }

        @Override
        public List<Account> accounts(Business business) {
            return List.of(account(1, "a"), account(2, "b"));
        }

        @Override
        public void collect(
                Business business, Account account, Instant now, ObservationSink sink, Consumer<Said> progress) {
            progress.accept(said("page 1"));
            if (account.handle().equals(broken)) {
                throw new IllegalStateException("a secret of the server");
            }
            if (!silent) {
                sink.accept(new Observation.OfAccount(
                        AccountKey.ofHandle(Platform.X, account.handle()),
                        MetricValues.of(Map.of(Metric.FOLLOWERS, 10.0)),
                        now));
            }
            if (account.handle().equals(failing)) {
                throw new CollectFailed(said("The permission was withdrawn, connect the account again."));
            }
        }

        private static Account account(long id, String handle) {
            return new Account(id, Platform.X, handle, handle, true, 0, null, null);
        }
    }
}
