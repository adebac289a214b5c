package io.tidemark.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.tidemark.ledger.HealthReader.Standing;
import io.tidemark.ledger.SpendBook;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How businesses stand at an instant, as rows of gauges. What is not known has no row.
final class OperationsGauges {
    private static final double MICRO = 1e6;

    private final Map<Name, List<Row<?>>> rows = new EnumMap<>(Name.class);
    private final Instant now;

    OperationsGauges(Instant now) {
        this.now = now;
    }

    enum Name {
        ACCOUNTS("tidemark.accounts", null, "Accounts that are connected"),
        LAG("tidemark.lag", "seconds", "For how long the account waits for its turn that waits longest"),
        UNREAD("tidemark.unread", "seconds", "For how long the account was not read that was not read for longest"),
        SPEND_CALLS("tidemark.spend.calls", null, "Calls of the UTC day, by all processes"),
        SPEND("tidemark.spend", "dollars", "What the UTC month has cost so far"),
        CALLS_LEFT("tidemark.budget.calls.left", null, "Calls that the budget leaves for the UTC day"),
        LEFT("tidemark.budget.left", "dollars", "What the budget leaves for the UTC month");

        private final String key;
        private final @Nullable String unit;
        private final String description;

        Name(String key, @Nullable String unit, String description) {
            this.key = key;
            this.unit = unit;
            this.description = description;
        }

        MultiGauge register(MeterRegistry meters) {
            return MultiGauge.builder(key)
                    .baseUnit(unit)
                    .description(description)
                    .register(meters);
        }
    }

    List<Row<?>> of(Name name) {
        return rows.getOrDefault(name, List.of());
    }

    /// @param tags of the business
    void standings(Tags tags, List<Standing> standings) {
        for (Standing standing : standings) {
            Tags own = tags.and("platform", standing.platform().key());
            add(Name.ACCOUNTS, own.and("status", "collecting"), standing.collecting());
            add(Name.ACCOUNTS, own.and("status", "sign_in_again"), standing.withoutSignIn());
            add(Name.ACCOUNTS, own.and("status", "paused"), standing.paused());
            Instant waiting = standing.waitingSince();
            if (standing.collecting() > 0) {
                add(Name.LAG, own, waiting == null ? 0 : seconds(waiting));
            }
            Instant unread = standing.unreadSince();
            if (unread != null) {
                add(Name.UNREAD, own, seconds(unread));
            }
        }
    }

    /// @param tags of the business
    void spend(Tags tags, Map<Platform, SpendBook.Sum> sums, Map<Platform, SpendBook.Budget> budgets) {
        sums.forEach((platform, sum) -> {
            Tags own = tags.and("platform", platform.key());
            add(Name.SPEND_CALLS, own, sum.callsToday());
            add(Name.SPEND, own, sum.microDollars() / MICRO);
        });
        budgets.forEach((platform, budget) -> {
            Tags own = tags.and("platform", platform.key());
            SpendBook.Sum spent = sums.getOrDefault(platform, SpendBook.Sum.NOTHING);
            Long calls = budget.callsPerDay();
            if (calls != null) {
                add(Name.CALLS_LEFT, own, Math.max(0, calls - spent.callsToday()));
            }
            Long money = budget.microDollarsPerMonth();
            if (money != null) {
                add(Name.LEFT, own, Math.max(0, money - spent.microDollars()) / MICRO);
            }
        });
    }

    private double seconds(Instant since) {
        return Duration.between(since, now).toMillis() / 1e3;
    }

    private void add(Name name, Tags tags, Number value) {
        rows.computeIfAbsent(name, fresh -> new ArrayList<>()).add(Row.of(tags, value));
    }
}
