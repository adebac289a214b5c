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
import java.util.function.Predicate;
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
    private final boolean[] seen;
    /// By account, the types whose posts its activity can come from: those seen, else those asked for.
    private final List<ContentType[]> types = new ArrayList<>();
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
        seen = new boolean[view.accountCount()];
        ActivityFrame activity = view.activity();
        for (int account = 0; account < lastEnded.length; account++) {
            lastEnded[account] =
                    Math.toIntExact(view.lastEnded(view.platform(account)).toEpochDay());
            Set<ContentType> seenTypes = activity.types(account);
            seen[account] = !seenTypes.isEmpty();
            Set<ContentType> inView = view.inView(seenTypes);
            types.add((inView.isEmpty() ? view.typesAskedFor() : inView).toArray(ContentType[]::new));
        }
    }

    /// Whether everything comes from posts, since facts about whole accounts cannot tell.
    boolean arePosts() {
        return postsOnly;
    }

    /// All that anything may come from.
    byte[] used() {
        return postsOnly ? new byte[] {POSTS} : new byte[] {FACTS, POSTS};
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
        for (int account = 0; account < choice.length; account++) {
            if (view.has(account)) {
                int ofFacts = covered(facts, account, measure, also[account]);
                boolean enough = ofFacts >= ENOUGH * days(account);
                choice[account] = !enough && covered(posts, account, measure, also[account]) > ofFacts ? POSTS : FACTS;
            }
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

    /// The days that are over of which an account has a measure, and another if there is one.
    private int covered(DayFrame rows, int account, Measure measure, @Nullable Measure also) {
        Column column = rows.column(measure);
        Column other = also == null ? column : rows.column(also);
        if (column == null || other == null || !rows.reports(account, measure)) {
            return 0;
        }
        int covered = 0;
        for (Period period : periods) {
            int end = Math.min(period.endDay(), lastEnded[account] + 1);
            DayFrame.Run run = rows.run(account, period.firstDay(), end);
            for (int place = run.from(); place < run.end(); place++) {
                int row = run.rows()[place];
                covered += Double.isNaN(column.value(row)) || Double.isNaN(other.value(row)) ? 0 : 1;
            }
        }
        return covered;
    }

    /// Whether a day of an account should have a measure.
    boolean expects(int account, Measure measure, byte source) {
        Platform platform = view.platform(account);
        return source == FACTS
                ? measure.expects(platform, Subject.ACCOUNT_DAY, ContentType.UNKNOWN)
                : any(account, type -> measure.expects(platform, Subject.POST, type));
    }

    /// Whether a day of an account can have a measure.
    boolean provides(int account, Measure measure, byte source) {
        Platform platform = view.platform(account);
        return source == FACTS
                ? measure.provides(platform, Subject.ACCOUNT_DAY, ContentType.UNKNOWN)
                : any(account, type -> measure.provides(platform, Subject.POST, type));
    }

    /// Whether any account of a platform can have a measure.
    boolean provides(Platform platform, Measure measure) {
        if (!postsOnly && measure.provides(platform, Subject.ACCOUNT_DAY, ContentType.UNKNOWN)) {
            return true;
        }
        for (int account = 0; account < seen.length; account++) {
            if (view.has(account)
                    && view.platform(account) == platform
                    && seen[account]
                    && provides(account, measure, POSTS)) {
                return true;
            }
        }
        return false;
    }

    private boolean any(int account, Predicate<ContentType> ofType) {
        for (ContentType type : types.get(account)) {
            if (ofType.test(type)) {
                return true;
            }
        }
        return false;
    }
}
