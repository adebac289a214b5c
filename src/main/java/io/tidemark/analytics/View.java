package io.tidemark.analytics;

import io.tidemark.frame.ActivityFrame;
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
import java.util.Arrays;
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
    /// The content types in view; null where all are.
    private final @Nullable Set<ContentType> types;
    /// By row, the posts that count as far as labels and boosting go; null where all do.
    private final @Nullable BitSet selected;
    private final @Nullable LocalDate[] lastEnded = new LocalDate[Platform.values().length];
    private @Nullable LocalDate today;
    private @Nullable ActivityFrame activity;
    private int @Nullable [] firstDays;

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
        types = types(filters);
        selected = selected(frame, filters);
    }

    /// The same accounts with other posts.
    private View(View whole, Filters filters, @Nullable BitSet selected) {
        frame = whole.frame;
        this.filters = filters;
        now = whole.now;
        inView = whole.inView;
        platforms = whole.platforms;
        types = types(filters);
        this.selected = selected;
    }

    private static @Nullable Set<ContentType> types(Filters filters) {
        return filters.contentTypes().isEmpty() ? null : EnumSet.copyOf(filters.contentTypes());
    }

    private static @Nullable BitSet selected(Frame frame, Filters filters) {
        if (!filters.narrowWithinTypes()) {
            return null;
        }
        BitSet rows = new LabelledPosts(frame.labels(), frame.posts().size()).of(filters.labels());
        if (!filters.boosted().isEmpty()) {
            rows.and(frame.posts().rows(filters.boosted()));
        }
        return rows;
    }

    /// The same, with some of its posts only.
    View within(BitSet rows) {
        BitSet fewer = (BitSet) rows.clone();
        if (selected != null) {
            fewer.and(selected);
        }
        return new View(this, filters, fewer);
    }

    /// The same, of other content types.
    View ofTypes(Set<ContentType> types) {
        return new View(this, filters.ofTypes(types), selected);
    }

    private void refuseUnknownGroups() {
        List<String> known = frame.labels().groups();
        for (String group : filters.groups()) {
            if (known.stream().noneMatch(name -> Names.same(name, group))) {
                throw BadQuery.unknownGroup(group, known);
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
        return inView[posts().account(row)]
                && (selected == null || selected.get(row))
                && (!narrowsTypes() || has(posts().contentType(row)));
    }

    public boolean has(ContentType type) {
        return types == null || types.contains(type);
    }

    /// Whether only some posts of the accounts are in view, of which facts about whole accounts say nothing.
    boolean narrowsPosts() {
        return narrowsTypes() || narrowsWithinTypes();
    }

    private boolean narrowsTypes() {
        return types != null;
    }

    /// Whether not all posts of an account and type are in view together, so that rolled-up posts say nothing.
    boolean narrowsWithinTypes() {
        return selected != null;
    }

    /// The rows of the posts that labels and boosting let through; null where they narrow nothing.
    @Nullable
    BitSet selected() {
        return selected;
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
        return !inView(activity().types(account)).isEmpty();
    }

    /// What happened on the posts that the view selects, of all types. Selected posts have their readings read when
    /// this is first asked for.
    ActivityFrame activity() {
        ActivityFrame known = activity;
        if (known == null) {
            known = selected == null ? frame.activity() : frame.postDays().of(selected);
            activity = known;
        }
        return known;
    }

    /// What happened on the posts in view, by account and day of the business's zone.
    DayFrame activityDays() {
        return activity().days(filters.contentTypes());
    }

    /// The epoch day before which nothing can have happened on the posts that the view selects of an account, since
    /// none was there: such days are no gap. No day can be before it where all posts are in view.
    int firstDay(int account) {
        if (selected == null) {
            return Integer.MIN_VALUE;
        }
        int[] known = firstDays;
        if (known == null) {
            known = new int[inView.length];
            Arrays.fill(known, Integer.MAX_VALUE);
            for (int row = selected.nextSetBit(0); row >= 0; row = selected.nextSetBit(row + 1)) {
                known[posts().account(row)] = Math.min(known[posts().account(row)], posts().day(row));
            }
            firstDays = known;
        }
        return known[account];
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
    public @Nullable DataExtent extent() {
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
