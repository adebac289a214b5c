package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Price;
import io.tidemark.collect.sync.polling.Tariff;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SpendBook;

/// What an account may take of its platform in a day: an equal share of what the business allows, and a moderate one
/// where it has said nothing.
final class Limits {
    /// Far below what platforms let an app call: limits that they do tell are kept by [Gates].
    private static final double CALLS_A_DAY = 1_000;
    private static final long MICRO_DOLLARS_A_MONTH = 30_000_000;
    private static final int DAYS_OF_MONTH = 30;

    private final Books books;

    Limits(Books books) {
        this.books = books;
    }

    /// Posts on which somebody sends a bill are counted once a day, others by calls.
    static Tariff tariff(Connector connector) {
        if (connector.prices().stream().anyMatch(Price::oncePerUtcDay)) {
            return new Tariff.PerUtcDay();
        }
        int batch =
                connector.postRoutes().stream().mapToInt(PostRoute::batch).max().orElse(1);
        return batch == 1 ? new Tariff.PerRead() : new Tariff.PerCall(batch);
    }

    double perDay(long businessId, Connector connector) {
        SpendBook.Budget budget = books.spend().budget(businessId, connector.platform());
        long accounts = books.accounts().all(businessId).stream()
                .filter(account -> account.status() == LiveAccount.Status.COLLECTING)
                .filter(account -> account.key().platform() == connector.platform())
                .count();
        Long calls = budget.callsPerDay();
        Long money = budget.microDollarsPerMonth();
        long dearest = connector.prices().stream()
                .mapToLong(Price::microDollarsPerResource)
                .max()
                .orElse(0);
        double perDay = dearest == 0
                ? calls == null ? CALLS_A_DAY : calls
                : (money == null ? MICRO_DOLLARS_A_MONTH : money) / (double) DAYS_OF_MONTH / dearest;
        return Math.max(1, perDay / Math.max(1, accounts));
    }
}
