package io.tidemark.collect.alert;

import io.tidemark.ledger.AlertBook;
import io.tidemark.ledger.BreakoutBook;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.Directory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for what needs a person and for posts that break out, and sends it: all that a business has new
/// at a time as one message. What could not be sent is tried again with growing pauses for as long as it
/// is due.
///
/// A process that dies between sending and noting it has it sent twice: better than never.
public final class Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    /// Longer than a sending takes.
    private static final Duration TAKEN = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 10;

    /// A post that began to break out longer ago is no news.
    private static final Duration NEWS = Duration.ofDays(2);

    private final Directory directory;
    private final Connections connections;
    private final AlertBook book;
    private final BreakoutBook breakouts;
    private final List<Channel> channels;
    private final Wording wording;
    private final Function<String, Duration> warned;
    private final Clock clock;

    /// @param address where people reach Tidemark, without a slash at the end; null where nobody has settled
    ///     it
    /// @param titles of logins, by their keys
    /// @param warned how long before a sign-in ends people are warned, by the keys of logins
    public Alerts(
            Database database,
            List<Channel> channels,
            @Nullable String address,
            UnaryOperator<String> titles,
            Function<String, Duration> warned,
            Clock clock) {
        directory = new Directory(database);
        connections = new Connections(database);
        book = new AlertBook(database);
        breakouts = new BreakoutBook(database);
        this.channels = List.copyOf(channels);
        wording = new Wording(address, titles);
        this.warned = warned;
        this.clock = clock;
    }

    /// Whether any channel is set up.
    public boolean reachAnybody() {
        return !channels.isEmpty();
    }

    /// What came of a trial.
    ///
    /// @param where it was sent
    /// @param failure why it did not arrive; null where it did
    public record Trial(String where, @Nullable String failure) {}

    /// Sends a message through each channel that says that it is a trial.
    public List<Trial> trial(Business business) {
        Instant now = clock.instant();
        return channels.stream()
                .map(channel ->
                        new Trial(channel.where(), attempt(channel, wording.trial(business, channel.language(), now))))
                .toList();
    }

    /// Sends what has become due of all businesses. A channel that fails has no further try in the same
    /// round.
    public void round() {
        Set<String> down = new HashSet<>();
        for (Business business : directory.businesses()) {
            try {
                round(business, down);
            } catch (RuntimeException problem) {
                LOG.error("alerts business={}", business.id(), problem);
            }
        }
    }

    private void round(Business business, Set<String> down) {
        Instant now = clock.instant();
        List<Alert> due = new ArrayList<>(
                DueAlerts.of(connections.all(business.id()), book.watched(business.id(), now), warned, now));
        breakouts.openAlerts(business.id(), now.minus(NEWS)).forEach(said -> due.add(new Alert.PostBreaksOut(said)));
        book.forgetAllBut(business.id(), keys(due), now);
        if (due.isEmpty()) {
            return;
        }
        for (Channel channel : channels) {
            if (!down.contains(channel.key()) && !send(business, due, channel)) {
                down.add(channel.key());
            }
        }
    }

    /// @return false where the channel fails
    private boolean send(Business business, List<Alert> due, Channel channel) {
        Instant now = clock.instant();
        Map<String, Integer> taken = book.take(business.id(), channel.key(), keys(due), now, now.plus(TAKEN));
        List<Alert> fresh =
                due.stream().filter(alert -> taken.containsKey(alert.key())).toList();
        if (fresh.isEmpty()) {
            return true;
        }
        String failure = attempt(channel, wording.notice(business, fresh, channel.language(), now));
        if (failure != null) {
            LOG.warn("alerts business={} channel={} not_sent={}", business.id(), channel.key(), failure);
            taken.forEach((alert, attempts) -> book.failed(
                    business.id(),
                    channel.key(),
                    alert,
                    failure,
                    clock.instant().plus(pause(attempts))));
            return false;
        }
        book.sent(business.id(), channel.key(), keys(fresh), clock.instant());
        LOG.info("alerts business={} channel={} sent={}", business.id(), channel.key(), keys(fresh));
        return true;
    }

    /// @return why it was not sent; null where it was
    private static @Nullable String attempt(Channel channel, Notice notice) {
        try {
            channel.send(notice);
            return null;
        } catch (NotSent failed) {
            return failed.why();
        } catch (RuntimeException problem) {
            LOG.error("alerts channel={}", channel.key(), problem);
            return "It failed unexpectedly (%s).".formatted(problem.getClass().getSimpleName());
        }
    }

    /// Ten minutes, then twice as long each time, up to six hours.
    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static List<String> keys(List<Alert> alerts) {
        return alerts.stream().map(Alert::key).toList();
    }
}
