package io.tidemark.analytics;

import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Names;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Rows;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What of a frame a question is about: the business's own accounts that the filters let through. Tracked accounts of
/// others never count.
public final class View {
    private final Frame frame;
    private final Filters filters;
    private final Instant now;
    private final boolean[] inView;
    private final Platform[] platforms;
    /// By row, the posts that count as far as labels go; null where all do.
    private final @Nullable BitSet labelled;
    private final @Nullable LocalDate[] lastEnded = new LocalDate[Platform.values().length];
    private @Nullable LocalDate today;
    private @Nullable DayFrame activity;

    /// @param now the present; a frame as of an instant is looked at from that instant instead
    /// @throws BadQuery where the filters name a label or a group that the business does not have
    public View(Frame frame, Filters filters, Instant now) {
        this.frame = frame;
        this.filters = filters;
        Instant asOf = frame.asOf();
        this.now = asOf == null ? now : asOf;
        List<FrameAccount> accounts = frame.accounts();
        inView = new boolean[accounts.size()];
        platforms = new Platform[accounts.size()];
        for (int i = 0; i < inView.length; i++) {
            FrameAccount account = accounts.get(i);
            inView[i] = account.owned() && filters.accepts(account);
            platforms[i] = account.platform();
        }
        refuseUnknownGroups();
        labelled = filters.labels().isEmpty()
                ? null
                : new LabelledPosts(frame.labels(), frame.posts().size()).of(filters.labels());
    }

    /// The same, with some of its posts only.
    private View(View whole, BitSet rows) {
        frame = whole.frame;
        filters = whole.filters;
        now = whole.now;
        inView = whole.inView;
        platforms = whole.platforms;
        labelled = (BitSet) rows.clone();
        if (whole.labelled != null) {
            labelled.and(whole.labelled);
        }
    }

    View within(BitSet rows) {
        return new View(this, rows);
    }

    private void refuseUnknownGroups() {
        List<String> known = frame.labels().groups();
        for (String group : filters.groups()) {
            if (known.stream().noneMatch(name -> Names.same(name, group))) {
                throw BadQuery.unknownName("group", group, known);
            }
        }
    }

    public Frame frame() {
        return frame;
    }

    public PostFrame posts() {
        return frame.posts();
    }

    public DayFrame days() {
        return frame.days();
    }

    public Instant now() {
        return now;
    }

    public LocalDate today() {
        LocalDate known = today;
        if (known == null) {
            known = now.atZone(frame.zone()).toLocalDate();
            today = known;
        }
        return known;
    }

    /// The number of accounts of the frame, in view or not.
    public int accountCount() {
        return inView.length;
    }

    public boolean has(int account) {
        return inView[account];
    }

    public boolean hasPost(int row) {
        if (!inView[posts().account(row)]) {
            return false;
        }
        return (labelled == null && !filters.narrowPosts())
                || (has(posts().contentType(row))
                        && (filters.boosted().isEmpty() || filters.boosted().contains(posts().boosted(row)))
                        && (labelled == null || labelled.get(row)));
    }

    public boolean has(ContentType type) {
        return filters.contentTypes().isEmpty() || filters.contentTypes().contains(type);
    }

    /// Whether only some content types are in view, of which facts about whole accounts say nothing.
    boolean narrowsTypes() {
        return !filters.contentTypes().isEmpty();
    }

    /// Whether not all posts of an account and type are in view together, so that rolled-up posts say nothing.
    boolean narrowsWithinTypes() {
        return labelled != null || filters.narrowWithinTypes();
    }

    boolean asksForBoosted() {
        return !filters.boosted().isEmpty();
    }

    Set<ContentType> inView(Set<ContentType> types) {
        return types.stream()
                .filter(this::has)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ContentType.class)));
    }

    /// The content types that the filters name; where they name none, the unknown one.
    Set<ContentType> typesAskedFor() {
        return narrowsTypes() ? filters.contentTypes() : Set.of(ContentType.UNKNOWN);
    }

    /// Whether readings of posts in view tell of any activity of an account.
    boolean hasActivity(int account) {
        return !inView(frame.activity().types(account)).isEmpty();
    }

    /// What happened on the posts in view, by account and day of the business's zone.
    DayFrame activityDays() {
        DayFrame known = activity;
        if (known == null) {
            known = frame.activity().days(filters.contentTypes());
            activity = known;
        }
        return known;
    }

    public Platform platform(int account) {
        return platforms[account];
    }

    public Set<Platform> platforms() {
        Set<Platform> found = EnumSet.noneOf(Platform.class);
        for (int i = 0; i < inView.length; i++) {
            if (inView[i]) {
                found.add(platforms[i]);
            }
        }
        return found;
    }

    /// The last day that is over in the platform's zone.
    LocalDate lastEnded(Platform platform) {
        LocalDate known = lastEnded[platform.ordinal()];
        if (known == null) {
            known = now.atZone(platform.bucketZone()).toLocalDate().minusDays(1);
            lastEnded[platform.ordinal()] = known;
        }
        return known;
    }

    /// The days that a choice means here.
    public Period period(PeriodChoice choice) {
        DataExtent extent = extent();
        return choice.resolve(today(), frame.weekStart(), extent == null ? null : extent.period());
    }

    /// Where the accounts in view have posts or daily facts, and how many posts; null where they have neither.
    @Nullable
    DataExtent extent() {
        int count = 0;
        for (int account = 0; account < inView.length; account++) {
            count += inView[account] ? posts().countOf(account) : 0;
        }
        DayFrame activityDays = frame.activity().days();
        int first = Math.min(Math.min(edge(posts(), 1), edge(days(), 1)), edge(activityDays, 1));
        int last = Math.max(Math.max(edge(posts(), -1), edge(days(), -1)), edge(activityDays, -1));
        return first > last ? null : new DataExtent(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last), count);
    }

    /// The first (step 1) or last (step -1) day of a row in view; where there is none, a day that loses every
    /// comparison.
    private int edge(Rows rows, int step) {
        for (int row = step > 0 ? 0 : rows.size() - 1; row >= 0 && row < rows.size(); row += step) {
            if (inView[rows.account(row)]) {
                return rows.day(row);
            }
        }
        return step > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
    }
}
