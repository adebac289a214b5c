package io.tidemark.collect.sync;

import io.tidemark.ledger.LivePost;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a post the more often the younger it is, whatever its numbers do: every quarter of an hour up to two
/// hours, every hour up to a day, every six hours up to three days, then daily at the business's midnight. Each
/// once more before its numbers can no longer be read.
public final class AgeTiers implements ReadingPlan {
    private static final Duration LAST_CHANCE = Duration.ofMinutes(60);
    private static final Duration FOLLOWED = Duration.ofDays(30);
    /// What is due so soon is read together with what is due.
    private static final Duration TOGETHER = Duration.ofMinutes(5);
    private static final Duration NEVER = Duration.ofDays(90);

    @Override
    public Choice choose(Account account, List<LivePost> candidates, Instant now) {
        List<LivePost> chosen = new ArrayList<>();
        Instant next = now.plus(1, ChronoUnit.DAYS);
        for (LivePost post : candidates) {
            Instant due = due(account, post);
            if (due.isAfter(now.plus(TOGETHER))) {
                next = due.isBefore(next) ? due : next;
            } else {
                chosen.add(post);
                Instant again = due(account, post.read(now, post.total(), null, null, null));
                next = again.isBefore(next) ? again : next;
            }
        }
        return new Choice(chosen, next);
    }

    @Override
    public LivePost after(Account account, LivePost before, Instant at, @Nullable Double total) {
        return before.read(at, total == null ? before.total() : total, null, null, null);
    }

    private static Instant due(Account account, LivePost post) {
        Instant last = post.readAt();
        if (last == null) {
            return post.foundAt();
        }
        Instant due = last.plus(pause(Duration.between(post.publishedAt(), last)));
        Instant midnight = midnightAfter(last, account.zone());
        if (Duration.between(post.publishedAt(), midnight).compareTo(FOLLOWED) < 0 && midnight.isBefore(due)) {
            due = midnight;
        }
        Instant expiry = account.expiry().apply(post);
        if (expiry != null
                && last.isBefore(expiry.minus(LAST_CHANCE))
                && expiry.minus(LAST_CHANCE).isBefore(due)) {
            return expiry.minus(LAST_CHANCE);
        }
        return due;
    }

    private static Duration pause(Duration age) {
        if (age.compareTo(Duration.ofHours(2)) < 0) {
            return Duration.ofMinutes(15);
        } else if (age.compareTo(Duration.ofDays(1)) < 0) {
            return Duration.ofHours(1);
        } else if (age.compareTo(Duration.ofDays(3)) < 0) {
            return Duration.ofHours(6);
        }
        return age.compareTo(FOLLOWED) < 0 ? Duration.ofDays(1) : NEVER;
    }

    private static Instant midnightAfter(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
