package io.tidemark.ledger;

import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The affected records of one business inside an open transaction: what a [Derivation] reads.
///
/// With an `asOf`, everything is as it was then: sources recorded by then and not retracted by then, observations made
/// by then.
public final class Records {
    private final Session session;
    private final Business business;
    private final long dataVersion;
    private final Scope scope;
    private final SamePosts before;
    private final SamePosts after;

    /// @param before which of the affected posts were one before the change of the scope
    /// @param after which are
    Records(Session session, Business business, long dataVersion, Scope scope, SamePosts before, SamePosts after) {
        this.session = session;
        this.business = business;
        this.dataVersion = dataVersion;
        this.scope = scope;
        this.before = before;
        this.after = after;
    }

    /// Of a scope without a change.
    static Records of(Session session, Business business, long dataVersion, Scope scope) {
        SamePosts same = SamePosts.ofAffected(session, scope);
        return new Records(session, business, dataVersion, scope, same, same);
    }

    public Business business() {
        return business;
    }

    public long dataVersion() {
        return dataVersion;
    }

    /// Where it is said which posts break out; null unless a source has just been appended.
    public @Nullable BreakoutDesk breakouts() {
        return scope.hasBefore() && !scope.undone() ? new BreakoutDesk(session, scope.changed()) : null;
    }

    /// All accounts of the business in the order of their ids, also those of which nothing counts.
    public List<FrameAccount> accounts() {
        return Accounts.all(session);
    }

    /// The labels of the present, also where everything else is as it was.
    public Labels labels(PostFrame posts) {
        return new LabelReader(session).read(posts);
    }

    /// When the newest source that counts was recorded; null when there is none.
    public @Nullable Instant lastCollectedAt() {
        return Sources.lastRecordedAt(session, scope.asOf());
    }

    /// When the first source was recorded, whatever is read as of; null when there is none.
    public @Nullable Instant firstCollectedAt() {
        return Sources.firstRecordedAt(session);
    }

    private Map<Long, Platform> platforms() {
        Map<Long, Platform> platforms = new TreeMap<>();
        accounts().forEach(account -> platforms.put(account.id(), account.platform()));
        return platforms;
    }

    /// Hands over the histories of all affected posts in the order of ids. A post of which nothing counts any more
    /// comes with an empty history, and so does an id that another stands for.
    public void forEachPost(Consumer<PostChange> consumer) {
        new Histories(session, scope, platforms(), before, after).forEach(consumer);
    }

    /// The same in no order, on several connections at once.
    ///
    /// @param consumers makes one for each connection, on its thread
    void forEachPost(Lanes lanes, Supplier<Consumer<PostChange>> consumers) {
        new Histories(session, scope, platforms(), before, after).forEach(lanes, consumers);
    }

    /// The account days that have to be derived anew, in no order.
    public List<AffectedDay> affectedDays() {
        List<AffectedDay> days = new ArrayList<>();
        session.copyOut(
                "select account_id, day from affected_day",
                row -> days.add(new AffectedDay(row.nextLong(), row.nextDay())));
        return days;
    }

    /// A day of an account that has to be derived anew.
    public record AffectedDay(long accountId, LocalDate day) {}

    /// The current daily values of affected account days, in the order of account, then day; a day of which nothing
    /// counts any more is left out.
    public List<AccountDay> accountDays() {
        List<AccountDay> days = new ArrayList<>();
        DayRows rows = new DayRows(days);
        session.statement("""
                select account_id, day, metric, value, extract(epoch from observed_at)::bigint, imported
                from (
                    select distinct on (d.account_id, d.day, d.metric) d.account_id, d.day, d.metric, d.value, d.observed_at,
                        o.kind = 'file' as imported
                    from affected_day x
                    join daily_fact d on d.business_id = :business and d.account_id = x.account_id
                        and d.subject_id = x.account_id and d.day = x.day
                    join source o on o.business_id = :business and o.source_id = d.source_id
                    where d.observed_at <= :as_of::timestamptz and o.recorded_at <= :as_of::timestamptz
                        and (o.retracted_at is null or o.retracted_at > :as_of::timestamptz)
                    order by d.account_id, d.day, d.metric, d.observed_at desc, o.kind desc, o.content_hash desc
                ) facts
                union all
                select account_id, day, metric, value, extract(epoch from observed_at)::bigint, imported
                from (
                    select distinct on (l.account_id, x.day, l.metric) l.account_id, x.day, l.metric, l.value, l.observed_at,
                        o.kind = 'file' as imported
                    from affected_day x
                    join account_snapshot l on l.business_id = :business and l.account_id = x.account_id
                        and (l.observed_at at time zone :zone)::date = x.day
                    join source o on o.business_id = :business and o.source_id = l.source_id
                    where l.observed_at <= :as_of::timestamptz and o.recorded_at <= :as_of::timestamptz
                        and (o.retracted_at is null or o.retracted_at > :as_of::timestamptz)
                    order by l.account_id, x.day, l.metric, l.observed_at desc, o.kind desc, o.content_hash desc
                ) levels
                order by 1, 2, 3
                """)
                .param("as_of", scope.asOf())
                .param("zone", zone().getId())
                .query(rows::add);
        rows.finish();
        return days;
    }

    /// Where a source said another number of an affected day of an account than sources of its kind and
    /// format had said before, in the order of account and day; levels of accounts left out. Which of these are
    /// restatements is for the caller to say.
    public List<DayChange> dayChanges() {
        List<DayChange> changes = new ArrayList<>();
        session.copyOut(
                """
                select account_id, day, metric, observed_at, source_id, former_at, former_source_id, former_value, value
                from (
                    select o.*, lag(o.observed_at) over said as former_at, lag(o.source_id) over said as former_source_id,
                        lag(o.value) over said as former_value
                    from (
                        select distinct on (d.account_id, d.day, d.metric, o.kind, o.format, d.observed_at)
                            d.account_id, d.day, d.metric, o.kind, o.format, d.observed_at, d.source_id, d.value
                        from affected_day x
                        join daily_fact d on d.business_id = :business and d.account_id = x.account_id
                            and d.subject_id = x.account_id and d.day = x.day
                        join source o on o.business_id = :business and o.source_id = d.source_id
                        where d.metric <> %s and %s and %s
                        order by d.account_id, d.day, d.metric, o.kind, o.format, d.observed_at, o.content_hash desc) o
                    window said as (
                        partition by o.account_id, o.day, o.metric, o.kind, o.format order by o.observed_at)) o
                where former_value <> value
                order by account_id, day
                """.formatted(
                        Session.literal(Metric.FOLLOWERS.key()), scope.counts(), scope.observedBy("d.observed_at")),
                row -> changes.add(DayChange.read(row)));
        return changes;
    }

    /// That sources of one kind and format said two numbers of a day of an account, one after the other.
    public record DayChange(Restated restated, Instant formerAt) {
        static DayChange read(BinaryRow row) {
            long account = row.nextLong();
            LocalDate day = row.nextDay();
            Metric metric = Metric.find(row.requiredText()).orElseThrow();
            Instant at = Objects.requireNonNull(row.nextInstant());
            long source = row.nextLong();
            Instant formerAt = Objects.requireNonNull(row.nextInstant());
            long formerSource = row.nextLong();
            double former = row.nextDouble();
            return new DayChange(
                    new Restated(account, day, metric, at, source, formerSource, former, row.nextDouble()), formerAt);
        }
    }

    private ZoneId zone() {
        return business.zone();
    }

    /// Gathers rows of (account, day, metric, value, observed at, imported) into one [AccountDay] each.
    private static final class DayRows {
        private final List<AccountDay> days;
        private MetricValues.Builder values = MetricValues.builder();
        private @Nullable LocalDate day;
        private long account;
        private long observedAt;
        private boolean imported;
        private boolean importedFollowers;

        DayRows(List<AccountDay> days) {
            this.days = days;
        }

        void add(ResultSet row) throws SQLException {
            long nextAccount = row.getLong(1);
            LocalDate nextDay = row.getObject(2, LocalDate.class);
            if (nextAccount != account || !nextDay.equals(day)) {
                finish();
                account = nextAccount;
                day = nextDay;
            }
            Metric metric = Metric.find(row.getString(3)).orElseThrow();
            values.put(metric, row.getDouble(4));
            observedAt = Math.max(observedAt, row.getLong(5));
            if (metric == Metric.FOLLOWERS) {
                importedFollowers = row.getBoolean(6);
            } else {
                imported |= row.getBoolean(6);
            }
        }

        void finish() {
            if (day != null) {
                days.add(new AccountDay(
                        account, day, Instant.ofEpochSecond(observedAt), values.build(), imported, importedFollowers));
            }
            values = MetricValues.builder();
            observedAt = Long.MIN_VALUE;
            imported = false;
            importedFollowers = false;
            day = null;
        }
    }
}
