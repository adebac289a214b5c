package io.tidemark.app;

import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.analytics.insight.feed.FeedAnswer;
import io.tidemark.analytics.insight.feed.Mark;
import io.tidemark.analytics.insight.feed.Memory;
import io.tidemark.analytics.insight.feed.Remembered;
import io.tidemark.analytics.insight.feed.Stance;
import io.tidemark.frame.Frame;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.InsightBook;
import io.tidemark.ledger.InsightState;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.AnalyticsParameters;
import io.tidemark.serve.analytics.InsightDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Feeds of the ledger's businesses. What comes and goes is remembered in the background, one business at a time, so
/// that requests keep the processors to themselves but for one.
final class LedgerFeeds implements InsightDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerFeeds.class);

    /// After this another process may go on, and this one be asked to stop.
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Directory directory;
    private final InsightBook book;
    private final Clock clock;
    /// What this process knows to be remembered, so that nothing is asked of the many businesses that rest.
    private final Map<Long, InsightBook.Look> done = new ConcurrentHashMap<>();

    LedgerFeeds(Ledger ledger, Directory directory, InsightBook book, Clock clock) {
        this.ledger = ledger;
        this.directory = directory;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public FeedAnswer answer(Business business, Feed feed) {
        return feed.answer(memory(book.all(business.id()))).answer();
    }

    @Override
    public boolean dismiss(Business business, String insight, User by) {
        if (book.dismiss(business.id(), insight, by.id())) {
            return true;
        }
        // It may have been found since the last round.
        look(business);
        return book.dismiss(business.id(), insight, by.id());
    }

    @Override
    public boolean restore(Business business, String insight) {
        return book.restore(business.id(), insight);
    }

    /// Remembers the findings of the businesses that have new data, or a new day.
    void round() {
        Instant end = clock.instant().plus(LONGEST_ROUND);
        Map<Long, Long> versions = directory.dataVersions();
        for (Business business : directory.businesses()) {
            if (Thread.currentThread().isInterrupted() || !clock.instant().isBefore(end)) {
                return;
            }
            try {
                lookUnlessDone(business, versions.getOrDefault(business.id(), 0L));
            } catch (OutdatedFrame overtaken) {
                // New data came meanwhile: the next round looks at it.
                LOG.debug("insights business={} {}", business.id(), overtaken.getMessage());
            } catch (RuntimeException problem) {
                LOG.error("insights business={}", business.id(), problem);
            }
        }
    }

    private void lookUnlessDone(Business business, long version) {
        InsightBook.Look wanted = new InsightBook.Look(version, today(business));
        if (wanted.equals(done.get(business.id()))) {
            return;
        }
        InsightBook.Look before = book.look(business.id()).orElse(null);
        if (!wanted.equals(before)) {
            look(business);
        }
        done.put(business.id(), wanted);
    }

    /// Remembers what a business's feed says now.
    void look(Business business) {
        Frame frame = ledger.frame(business.id());
        Instant now = clock.instant();
        Feed feed = Feed.of(frame, AnalyticsParameters.usual(business.conventions()), now);
        boolean changed = book.remember(
                business.id(),
                new InsightBook.Look(frame.dataVersion(), today(business)),
                before -> states(before, feed.answer(memory(before)).memory()));
        LOG.debug("insights business={} version={} changed={}", business.id(), frame.dataVersion(), changed);
    }

    private LocalDate today(Business business) {
        return LocalDate.ofInstant(clock.instant(), business.zone());
    }

    private static Memory memory(List<InsightState> states) {
        return new Memory(states.stream().map(LedgerFeeds::remembered).toList());
    }

    private static Remembered remembered(InsightState state) {
        InsightState.Said said = state.said();
        InsightState.Dismissal dismissed = state.dismissed();
        return new Remembered(
                state.insight(),
                new Mark(Stance.valueOf(said.stance()), said.value(), said.lo(), said.hi(), said.date(), said.post()),
                state.openedAt(),
                state.changedAt(),
                state.closedAt(),
                dismissed == null ? null : new Remembered.Dismissal(dismissed.at(), dismissed.email()));
    }

    private static List<InsightState> states(List<InsightState> before, Memory after) {
        return after.all().stream()
                .map(remembered -> state(remembered, find(before, remembered.id())))
                .toList();
    }

    private static @Nullable InsightState find(List<InsightState> states, String insight) {
        return states.stream()
                .filter(state -> state.insight().equals(insight))
                .findFirst()
                .orElse(null);
    }

    /// @param before knows by number who put it away
    private static InsightState state(Remembered remembered, @Nullable InsightState before) {
        Mark mark = remembered.mark();
        return new InsightState(
                remembered.id(),
                new InsightState.Said(
                        mark.stance().name(), mark.value(), mark.lo(), mark.hi(), mark.date(), mark.post()),
                remembered.openedAt(),
                remembered.changedAt(),
                remembered.closedAt(),
                remembered.dismissed() == null || before == null ? null : before.dismissed());
    }
}
