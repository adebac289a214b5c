package io.tidemark.collect.sync;

import io.tidemark.collect.SyncReport;
import io.tidemark.collect.connector.Connector;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LivePost;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.RawResponse;
import io.tidemark.ledger.RawResponses;
import io.tidemark.ledger.Replacement;
import io.tidemark.ledger.SourceSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Maps again what platforms have answered, so that what a fault of the mapping has stored is mended: runs of which
/// today's mapping makes something else are replaced. Nobody is called.
public final class Replay {
    private final Ledger ledger;
    private final Books books;
    private final Map<String, Connector> connectors;

    public Replay(Ledger ledger, Books books, List<Connector> connectors) {
        this.ledger = ledger;
        this.books = books;
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::key, connector -> connector));
    }

    /// What a replay came to.
    ///
    /// @param runs of which answers are kept
    /// @param replaced runs of which something else is made
    public record Outcome(int runs, int replaced, List<Refused> refused) {}

    /// A run that stays as it is, since it cannot be mapped again as a whole.
    public record Refused(long runId, Instant startedAt, String why) {}

    /// @param accountId null for all accounts
    /// @param since runs that began before it stay as they are
    public Outcome replay(Business business, @Nullable Long accountId, Instant since) {
        List<RawResponses.Run> runs = books.answers().runs(business.id(), accountId, since);
        List<RawResponses.Run> differing = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (RawResponses.Run run : runs) {
            try {
                if (mapped(business.id(), run, new HashMap<>()).differs()) {
                    differing.add(run);
                }
            } catch (NotReplayable not) {
                refused.add(new Refused(run.runId(), run.startedAt(), String.valueOf(not.getMessage())));
            }
        }
        if (!differing.isEmpty()) {
            replace(business, differing);
        }
        return new Outcome(runs.size(), differing.size(), refused);
    }

    /// The runs are mapped once more when each has its turn: together they would not fit into memory.
    private void replace(Business business, List<RawResponses.Run> runs) {
        Map<Long, LiveAccount> accounts = books.accounts().all(business.id()).stream()
                .collect(Collectors.toMap(LiveAccount::accountId, account -> account));
        Map<Long, Map<String, String>> seen = new HashMap<>();
        ledger.replace(
                business.id(),
                () -> runs.stream()
                        .map(run -> replacement(
                                business.id(),
                                run,
                                accounts.get(run.accountId()),
                                seen.computeIfAbsent(run.accountId(), account -> new HashMap<>())))
                        .iterator());
    }

    private Replacement replacement(
            long businessId, RawResponses.Run run, @Nullable LiveAccount account, Map<String, String> seen) {
        try {
            ReplayedRun replayed = mapped(businessId, run, seen);
            List<Observation> observations = replayed.observations();
            String name = account == null
                    ? "account " + run.accountId()
                    : account.key().platform().title() + " @" + account.key().handle();
            SourceSpec source = new SourceSpec(
                    ledger.newId(),
                    SourceSpec.Kind.SYNC,
                    account == null ? "replay" : account.connector(),
                    name,
                    AccountSync.hash("replay of sync run " + run.runId() + " " + replayed.mapped()),
                    run.startedAt());
            return new Replacement(
                    run.runId(), run.sourceId(), source, observations, SyncReport::of, replayed.mapped());
        } catch (NotReplayable changed) {
            throw new IllegalStateException("Run " + run.runId() + " could be replayed a moment ago", changed);
        }
    }

    private ReplayedRun mapped(long businessId, RawResponses.Run run, Map<String, String> seen) throws NotReplayable {
        ReplayedRun replayed =
                new ReplayedRun(connectors, externalIds -> aliases(businessId, run.accountId(), externalIds), seen);
        for (List<RawResponse> call : books.answers().calls(businessId, run.runId())) {
            replayed.call(call);
        }
        replayed.observations();
        return replayed;
    }

    private Map<String, Alias> aliases(long businessId, long accountId, Collection<String> externalIds) {
        return books.posts().find(businessId, accountId, externalIds).values().stream()
                .collect(Collectors.toMap(LivePost::externalId, LivePost::alias));
    }
}
