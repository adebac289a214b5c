package io.tidemark.collect.sync;

import io.tidemark.collect.CollectFailed;
import io.tidemark.collect.Collector;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Collecting;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.SyncRun;
import io.tidemark.ledger.Told;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Collects connected accounts at once when somebody asks for it.
public final class LiveCollector implements Collector {
    private static final Sentence BUSY = Sentence.of(
            "refresh_account_busy",
            "It is being collected just now, or waits for somebody to sign in again: see its connection.");
    private static final Sentence NO_ANSWER = Sentence.of("refresh_no_answer", "The platform did not answer.");

    private final Supplier<SyncEngine> engine;
    private final Books books;

    /// @param engine made when it is needed first
    public LiveCollector(Supplier<SyncEngine> engine, Books books) {
        this.engine = engine;
        this.books = books;
    }

    @Override
    public boolean serves(Business business, Collecting collecting) {
        return collecting.connected();
    }

    @Override
    public List<Account> accounts(Business business) {
        return books.accounts().all(business.id()).stream()
                .filter(account -> account.status() == LiveAccount.Status.COLLECTING)
                .map(account -> new Account(
                        account.accountId(),
                        account.key().platform(),
                        account.key().handle(),
                        account.key().name(),
                        account.key().owned(),
                        0,
                        null,
                        null))
                .toList();
    }

    @Override
    public String collect(Business business, Job job, Account account, Consumer<Said> progress) {
        if (engine.get().syncNow(business, account.id()).isEmpty()) {
            throw new CollectFailed(BUSY.said());
        }
        Optional<SyncRun> run =
                books.runs().recent(business.id(), account.id(), 1).stream().findFirst();
        run.filter(last -> last.outcome() == SyncRun.Outcome.FAILED).ifPresent(failed -> {
            Told said = failed.said();
            throw new CollectFailed(said == null ? NO_ANSWER.said() : said.again());
        });
        return run.map(last -> "{\"account_id\": %d, \"posts_found\": %d, \"posts_read\": %d, \"days_read\": %d}"
                        .formatted(account.id(), last.postsFound(), last.postsRead(), last.daysRead()))
                .orElse("{\"account_id\": %d}".formatted(account.id()));
    }
}
