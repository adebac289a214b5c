package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Calls to platforms and what they cost, by UTC day, and how much of it a business allows.
public final class SpendBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Door door;

    public SpendBook(Database database) {
        door = new Door(database);
    }

    /// Calls of a day.
    ///
    /// @param failed those of the calls that brought nothing
    /// @param resources that were billed
    public record Spent(LocalDate day, String endpoint, long calls, long failed, long resources, long microDollars) {}

    /// What a business allows a platform; null is no limit.
    public record Budget(
            @Nullable Long callsPerDay, @Nullable Long microDollarsPerMonth) {
        public static final Budget UNLIMITED = new Budget(null, null);
    }

    public void add(long businessId, Platform platform, Spent spent) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                insert into spend as s (business_id, platform, day, endpoint, calls, failed, resources, micro_dollars)
                values (:business, :platform, :day, :endpoint, :calls, :failed, :resources, :money)
                on conflict (business_id, platform, day, endpoint) do update
                    set calls = s.calls + excluded.calls, failed = s.failed + excluded.failed,
                        resources = s.resources + excluded.resources,
                        micro_dollars = s.micro_dollars + excluded.micro_dollars
                """)
                        .param("platform", platform.key())
                        .param("day", spent.day())
                        .param("endpoint", spent.endpoint())
                        .param("calls", spent.calls())
                        .param("failed", spent.failed())
                        .param("resources", spent.resources())
                        .param("money", spent.microDollars())
                        .update());
    }

    /// Notes what a platform charges for on a day.
    ///
    /// @return how much of it was not charged for before on that day
    public int bill(long businessId, Platform platform, LocalDate day, Collection<String> resources) {
        return door.inBusiness(businessId, session -> {
            session.statement("delete from billed_resource where business_id = :business and day < :day")
                    .param("day", day.minusDays(1))
                    .update();
            return session.statement("""
                    insert into billed_resource (business_id, platform, day, resource)
                    select distinct :business, :platform, :day::date, r.resource
                    from jsonb_array_elements_text(:resources::jsonb) as r (resource)
                    on conflict do nothing
                    """)
                    .param("platform", platform.key())
                    .param("day", day)
                    .param("resources", JSON.writeValueAsString(resources))
                    .update();
        });
    }

    /// In the order of days and endpoints.
    public List<Spent> since(long businessId, Platform platform, LocalDate from) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                select day, endpoint, calls, failed, resources, micro_dollars from spend
                where business_id = :business and platform = :platform and day >= :from order by day, endpoint
                """)
                        .param("platform", platform.key())
                        .param("from", from)
                        .query((row, number) -> new Spent(
                                row.getObject(1, LocalDate.class),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)))
                        .list());
    }

    /// What a platform has cost by now.
    ///
    /// @param callsToday of the UTC day
    /// @param resources that were billed in the UTC month
    public record Sum(long callsToday, long failedToday, long resources, long microDollars) {
        public static final Sum NOTHING = new Sum(0, 0, 0, 0);
    }

    /// The month up to a UTC day by platform; platforms that were not called are left out.
    public Map<Platform, Sum> sums(long businessId, LocalDate today) {
        Map<Platform, Sum> sums = new EnumMap<>(Platform.class);
        return door.inBusiness(businessId, session -> {
            session.statement("""
                    select platform, sum(case when day = :today::date then calls else 0 end),
                        sum(case when day = :today::date then failed else 0 end), sum(resources), sum(micro_dollars)
                    from spend where business_id = :business and day between :first and :today group by platform
                    """)
                    .param("today", today)
                    .param("first", today.withDayOfMonth(1))
                    .query(row -> {
                        sums.put(
                                Platform.find(row.getString(1)).orElseThrow(),
                                new Sum(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                    });
            return sums;
        });
    }

    /// By platform; those without limits are left out.
    public Map<Platform, Budget> budgets(long businessId) {
        Map<Platform, Budget> budgets = new EnumMap<>(Platform.class);
        return door.inBusiness(businessId, session -> {
            session.statement("""
                    select platform, calls_per_day, micro_dollars_per_month from budget
                    where business_id = :business and (calls_per_day is not null or micro_dollars_per_month is not null)
                    """).query(row -> {
                budgets.put(
                        Platform.find(row.getString(1)).orElseThrow(),
                        new Budget(row.getObject(2, Long.class), row.getObject(3, Long.class)));
            });
            return budgets;
        });
    }

    public Budget budget(long businessId, Platform platform) {
        Optional<Budget> budget = door.inBusiness(
                businessId,
                session -> session.statement("""
                select calls_per_day, micro_dollars_per_month from budget
                where business_id = :business and platform = :platform
                """)
                        .param("platform", platform.key())
                        .query((row, number) -> new Budget(row.getObject(1, Long.class), row.getObject(2, Long.class)))
                        .optional());
        return budget.orElse(Budget.UNLIMITED);
    }

    public void allow(long businessId, Platform platform, Budget budget) {
        door.inBusiness(
                businessId,
                session -> session.statement("""
                insert into budget (business_id, platform, calls_per_day, micro_dollars_per_month)
                values (:business, :platform, :calls, :money)
                on conflict (business_id, platform) do update
                    set calls_per_day = excluded.calls_per_day,
                        micro_dollars_per_month = excluded.micro_dollars_per_month
                """)
                        .param("platform", platform.key())
                        .param("calls", budget.callsPerDay(), Types.BIGINT)
                        .param("money", budget.microDollarsPerMonth(), Types.BIGINT)
                        .update());
    }
}
