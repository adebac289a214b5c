package io.tidemark.collect.sync;

import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Price;
import io.tidemark.ledger.SpendBook;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts calls and money of a business on a platform, and refuses a call that the budget does not cover. What
/// is refused has cost nothing.
final class Meter {
    private static final Sentence CALLS_SPENT = Sentence.of(
            "calls_spent",
            "The {calls} calls a day that are allowed for {platform} are used up; collecting goes on after midnight UTC.");
    private static final Sentence MONEY_SPENT = Sentence.of(
            "money_spent",
            "The ${money} a month that are allowed for {platform} are used up; collecting goes on next month, or when more is allowed.");

    private final SpendBook book;
    private final long businessId;
    private final Platform platform;
    private final List<Price> prices;
    private final SpendBook.Budget budget;

    Meter(SpendBook book, long businessId, Platform platform, List<Price> prices) {
        this.book = book;
        this.businessId = businessId;
        this.platform = platform;
        this.prices = prices;
        budget = book.budget(businessId, platform);
    }

    /// @throws CallFailed where the day's calls or the month's money are spent
    void check(ApiRequest request, Instant now) {
        Long callsPerDay = budget.callsPerDay();
        Long perMonth = budget.microDollarsPerMonth();
        if (callsPerDay == null && perMonth == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = perMonth == null ? today : today.withDayOfMonth(1);
        List<SpendBook.Spent> spent = book.since(businessId, platform, first);
        long calls = spent.stream()
                .filter(row -> row.day().equals(today))
                .mapToLong(SpendBook.Spent::calls)
                .sum();
        if (callsPerDay != null && calls >= callsPerDay) {
            throw new CallFailed(new Fault.QuotaSpent(
                    CALLS_SPENT.said(Map.of("calls", Value.count(callsPerDay), "platform", Value.platform(platform))),
                    today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        long money = spent.stream().mapToLong(SpendBook.Spent::microDollars).sum();
        if (perMonth != null && money + most(request) > perMonth) {
            throw new CallFailed(new Fault.QuotaSpent(
                    MONEY_SPENT.said(
                            Map.of("money", Value.decimal(perMonth / 1e6, 2), "platform", Value.platform(platform))),
                    YearMonth.from(today)
                            .plusMonths(1)
                            .atDay(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()));
        }
    }

    /// @param returned what was charged for, by id; empty where the call failed
    void note(ApiRequest request, boolean failed, List<String> returned, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<Price> price = price(request);
        int resources = price.isEmpty() || returned.isEmpty()
                ? 0
                : price.get().oncePerUtcDay() ? book.bill(businessId, platform, day, returned) : returned.size();
        long money = resources * price.map(Price::microDollarsPerResource).orElse(0L);
        book.add(
                businessId,
                platform,
                new SpendBook.Spent(day, request.endpoint(), 1, failed ? 1 : 0, resources, money));
    }

    /// What the call may cost at most.
    private long most(ApiRequest request) {
        Integer asked = request.resources();
        return asked == null
                ? 0
                : asked * price(request).map(Price::microDollarsPerResource).orElse(0L);
    }

    private Optional<Price> price(ApiRequest request) {
        return prices.stream()
                .filter(price -> price.endpoint().equals(request.endpoint()))
                .findFirst();
    }
}
