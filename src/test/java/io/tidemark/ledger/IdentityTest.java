package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.frame.Frame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What makes two posts or two accounts one, and whose they are.
class IdentityTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    private static final Instant MARCH_1 = Instant.parse("2026-03-01T12:00:00Z");
    private static final Alias ACTIVITY = new Alias("linkedin:activity", "7306192134921981953");
    private static final Alias SHARE = new Alias("linkedin:share", "7306192132000000001");

    private LedgerFixture fixture;
    private Ledger ledger;
    private long business;

    @BeforeEach
    void open() {
        fixture = LedgerFixture.create();
        ledger = fixture.ledger();
        business = fixture.business().id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void idsThatASourceGivesTogetherMeanOnePostFromThenOn() {
        append("a", post(10, ACTIVITY));
        append("b", post(20, ACTIVITY, SHARE));
        append("c", post(30, SHARE));

        Frame frame = ledger.frame(business);

        assertThat(frame.posts().size()).isEqualTo(1);
        assertThat(frame.posts().value(0, Metric.IMPRESSIONS)).isEqualTo(30);
    }

    @Test
    void accountIsOwnedOnceASourceSaysSoAndStaysIt() {
        append("a", followers(ACME.tracked()));
        assertThat(owned()).isFalse();

        append("b", followers(ACME));
        assertThat(owned()).isTrue();

        append("c", followers(ACME.tracked()));
        assertThat(owned()).isTrue();
        assertThat(ledger.frame(business).accounts()).hasSize(1);
    }

    private boolean owned() {
        return ledger.findAccount(business, Platform.LINKEDIN, "acme")
                .orElseThrow()
                .owned();
    }

    private void append(String hash, Observation observation) {
        SourceSpec spec =
                new SourceSpec(ledger.newId(), SourceSpec.Kind.FILE, "test", hash, hash, observedAt(observation));
        ledger.append(business, spec, sink -> sink.accept(observation), _ -> "{}");
    }

    private static Instant observedAt(Observation observation) {
        return observation instanceof Observation.OfPost post ? post.observedAt() : MARCH_1;
    }

    private static Observation post(int impressions, Alias... aliases) {
        PostVersion version =
                new PostVersion(MARCH_1, Placement.FEED, Format.TEXT, "Hello", null, Boosted.UNKNOWN, false);
        return new Observation.OfPost(
                ACME,
                List.of(aliases),
                version,
                MetricValues.of(Map.of(Metric.IMPRESSIONS, (double) impressions)),
                MARCH_1.plusSeconds(impressions));
    }

    private static Observation followers(AccountKey account) {
        return new Observation.OfAccount(account, MetricValues.of(Map.of(Metric.FOLLOWERS, 100.0)), MARCH_1);
    }
}
