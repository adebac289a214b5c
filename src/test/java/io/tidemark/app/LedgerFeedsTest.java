package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.analytics.insight.feed.FeedEntry;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.InsightBook;
import io.tidemark.ledger.InsightState;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.User;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.serve.analytics.AnalyticsParameters;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Days of 50 impressions that rise to 100 on 8 February.
class LedgerFeedsTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    private static final String CHANGE = "change.impressions";

    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private LedgerFixture fixture;
    private InsightBook book;
    private LedgerFeeds feeds;

    @BeforeEach
    void open() {
        fixture = LedgerFixture.create(clock);
        book = new InsightBook(fixture.database());
        feeds = feeds();
        append(1, 50, 100);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aRoundRemembersWhatIsFound() {
        feeds.round();

        assertThat(state(CHANGE).openedAt()).isEqualTo(LedgerFixture.NOW);
        assertThat(state(CHANGE).said().stance()).isEqualTo("MORE");
        assertThat(entries()).extracting(FeedEntry::id).contains(CHANGE);
    }

    @Test
    void businessesThatRestAreLeftAloneAndANewDayIsLookedAtAgain() {
        feeds.round();
        long business = fixture.business().id();
        // Were it looked at again, this would not last.
        book.remember(business, book.look(business).orElseThrow(), before -> List.of());
        feeds.round();
        // Another process finds that it is done already.
        feeds().round();
        assertThat(book.all(business)).isEmpty();

        clock.advance(Duration.ofDays(1));
        feeds.round();

        assertThat(state(CHANGE).openedAt()).isEqualTo(clock.instant());
    }

    @Test
    void newDataThatTakesTheFindingAwayClosesIt() {
        feeds.round();
        clock.advance(Duration.ofHours(1));
        append(2, 100, 100);
        feeds.round();

        assertThat(state(CHANGE).closedAt()).isEqualTo(clock.instant());
        assertThat(entries()).extracting(FeedEntry::id).doesNotContain(CHANGE);
    }

    @Test
    void whatIsPutAwayBeforeAnyRoundIsLookedForFirst() {
        User ann = fixture.directory().createUser("ann@example.com", "");

        assertThat(feeds.dismiss(fixture.business(), CHANGE, ann)).isTrue();
        assertThat(feeds.dismiss(fixture.business(), "change.shares", ann)).isFalse();

        assertThat(entry().state()).isEqualTo(FeedEntry.State.DISMISSED);
        clock.advance(Duration.ofDays(1));
        feeds.round();
        assertThat(entry().dismissed()).isNotNull();
        assertThat(feeds.restore(fixture.business(), CHANGE)).isTrue();
        assertThat(entry().state()).isEqualTo(FeedEntry.State.OPEN);
    }

    private LedgerFeeds feeds() {
        return new LedgerFeeds(fixture.ledger(), fixture.directory(), book, clock);
    }

    private InsightState state(String insight) {
        return book.all(fixture.business().id()).stream()
                .filter(state -> state.insight().equals(insight))
                .findFirst()
                .orElseThrow();
    }

    private FeedEntry entry() {
        return entries().stream()
                .filter(one -> one.id().equals(CHANGE))
                .findFirst()
                .orElseThrow();
    }

    private List<FeedEntry> entries() {
        Feed feed = Feed.of(
                fixture.ledger().frame(fixture.business().id()),
                AnalyticsParameters.usual(fixture.business().conventions()),
                clock.instant());
        return feeds.answer(fixture.business(), feed).insights();
    }

    private void append(int number, double before, double after) {
        Instant read = clock.instant();
        LocalDate rise = LocalDate.parse("2026-02-08");
        SourceSpec source = new SourceSpec(
                fixture.ledger().newId(), SourceSpec.Kind.FILE, "days", "days.csv", "hash" + number, read);
        Consumer<ObservationSink> days = sink -> LocalDate.parse("2025-08-01")
                .datesUntil(LocalDate.parse("2026-03-10"))
                .forEach(day -> sink.accept(new Observation.OfDay(
                        ACME,
                        null,
                        day,
                        ZoneId.of("UTC"),
                        MetricValues.of(Map.of(Metric.IMPRESSIONS, day.isBefore(rise) ? before : after)),
                        read)));
        fixture.ledger().append(fixture.business().id(), source, days, done -> "{}");
    }
}
