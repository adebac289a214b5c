package io.tidemark.analytics;

import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Column;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Measure;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the activity of an answer comes from: per account and measure what its platform says about days, or what
/// happened on its posts, never both.
///
/// What the platform says is taken where it covers four fifths of the days that are over, of the period and of the one
/// compared with: a day that a platform is late with is a gap, and no reason to turn from its numbers to estimates.
/// Otherwise whichever covers more of the account's days, on a tie what the platform says. Facts about whole accounts
/// cannot be narrowed to content types, labels or boosted posts: then it is the posts.
final class ActivitySources {
    static final byte FACTS = 0;
    static final byte POSTS = 1;

    private static final double ENOUGH = 0.8;

    private final View view;
    private final DayFrame facts;
    private final DayFrame posts;
    private final boolean postsOnly;
    private final List<Period> periods;
    private final int[] lastEnded;
    private final List<Set<ContentType>> types = new ArrayList<>();
    private final byte[] @Nullable [] choices = new byte[Measure.COUNT][];

    ActivitySources(View view, Period period, @Nullable Period previous) {
        this.view = view;
        facts = view.days();
        posts = view.activityDays();
        postsOnly = view.narrowsPosts();
        periods = new ArrayList<>(List.of(period));
        if (previous != null) {
            periods.add(previous);
        }
        lastEnded = new int[view.accountCount()];
        ActivityFrame activity = view.activity();
        for (int account = 0; account < lastEnded.length; account++) {
            lastEnded[account] =
                    Math.toIntExact(view.lastEnded(view.platform(account)).toEpochDay());
            types.add(activity.types(account));
        }
    }

    /// Whether everything comes from posts, since facts about whole accounts cannot tell.
    boolean arePosts() {
        return postsOnly;
    }

    DayFrame rows(byte source) {
        return source == FACTS ? facts : posts;
    }

    /// By account, where a measure comes from.
    byte[] of(Measure measure) {
        byte[] known = choices[measure.index()];
        if (known == null) {
            known = choose(new Measure[view.accountCount()], measure);
            choices[measure.index()] = known;
        }
        return known;
    }

    /// By account, where both sides of a rate come from.
    ///
    /// @param denominators by account; null where only the numerator matters
    byte[] ofPair(Measure numerator, @Nullable Measure[] denominators) {
        return choose(denominators, numerator);
    }

    private byte[] choose(@Nullable Measure[] also, Measure measure) {
        byte[] choice = new byte[view.accountCount()];
        if (postsOnly) {
            Arrays.fill(choice, POSTS);
            return choice;
        }
        if (posts.column(measure) == null) {
            return choice;
        }
        int[] ofFacts = covered(facts, measure, also);
        int[] ofPosts = covered(posts, measure, also);
        for (int account = 0; account < choice.length; account++) {
            boolean enough = ofFacts[account] >= ENOUGH * days(account);
            choice[account] = !enough && ofPosts[account] > ofFacts[account] ? POSTS : FACTS;
        }
        return choice;
    }

    /// The days of the periods that are over for an account.
    private int days(int account) {
        int days = 0;
        for (Period period : periods) {
            days += Math.clamp(lastEnded[account] + 1L - period.firstDay(), 0, period.days());
        }
        return days;
    }

    private int[] covered(DayFrame rows, Measure measure, @Nullable Measure[] also) {
        int[] covered = new int[view.accountCount()];
        Column column = rows.column(measure);
        if (column == null) {
            return covered;
        }
        for (Period period : periods) {
            int end = rows.firstRowFrom(period.endDay());
            for (int row = rows.firstRowFrom(period.firstDay()); row < end; row++) {
                int account = rows.account(row);
                if (rows.day(row) > lastEnded[account] || Double.isNaN(column.value(row))) {
                    continue;
                }
                Measure other = also[account];
                covered[account] += other == null || !Double.isNaN(rows.value(row, other)) ? 1 : 0;
            }
        }
        return covered;
    }

    /// Whether a day of an account should have a measure.
    boolean expects(int account, Measure measure, byte source) {
        Platform platform = view.platform(account);
        return source == FACTS
                ? measure.expects(platform, Subject.ACCOUNT_DAY, ContentType.UNKNOWN)
                : typesOf(account).stream().anyMatch(type -> measure.expects(platform, Subject.POST, type));
    }

    /// Whether a day of an account can have a measure.
    boolean provides(int account, Measure measure, byte source) {
        Platform platform = view.platform(account);
        return source == FACTS
                ? measure.provides(platform, Subject.ACCOUNT_DAY, ContentType.UNKNOWN)
                : typesOf(account).stream().anyMatch(type -> measure.provides(platform, Subject.POST, type));
    }

    /// Whether any account of a platform can have a measure.
    boolean provides(Platform platform, Measure measure) {
        if (!postsOnly && measure.provides(platform, Subject.ACCOUNT_DAY, ContentType.UNKNOWN)) {
            return true;
        }
        for (int account = 0; account < types.size(); account++) {
            if (view.has(account)
                    && view.platform(account) == platform
                    && !types.get(account).isEmpty()
                    && provides(account, measure, POSTS)) {
                return true;
            }
        }
        return false;
    }

    /// The types whose posts an account's activity can come from: those seen, else those asked for.
    private Set<ContentType> typesOf(int account) {
        Set<ContentType> seen = view.inView(types.get(account));
        return seen.isEmpty() ? view.typesAskedFor() : seen;
    }
}
