package io.tidemark.collect;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Collecting;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.JobFailed;
import io.tidemark.ledger.JobStopped;
import io.tidemark.ledger.JobWork;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects the connected accounts of a business, each whole or not at all. One that fails does not keep the others
/// from being collected.
public final class Refresh implements JobWork {
    private static final Sentence BUSINESS_REMOVED =
            Sentence.of("refresh_business_removed", "The business was removed.");
    private static final Sentence NOTHING_CONNECTED =
            Sentence.of("refresh_nothing_connected", "No account is connected any more: import files, or connect one.");
    private static final Sentence COLLECTING = Sentence.of("refresh_collecting", "Collecting {account}.");
    private static final Sentence COLLECTED = Sentence.of("refresh_collected", "Collected.");
    private static final Sentence OF_ACCOUNT = Sentence.of("refresh_of_account", "{account}: {said}");
    private static final Sentence INTERNAL = Sentence.of(
            "refresh_internal_error",
            "{account}: something went wrong on our side, look for job={job} in the server's log.");
    private static final Sentence SOME_FAILED = Sentence.of(
            "refresh_some_failed",
            "{failed} of {accounts} accounts could not be collected, the others were. {failures}");

    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

    private final Directory directory;
    private final List<Collector> collectors;

    public Refresh(Directory directory, List<Collector> collectors) {
        this.directory = directory;
        this.collectors = List.copyOf(collectors);
    }

    /// Whether there is anything of the business to collect.
    ///
    /// @param collecting what of it is connected
    public boolean serves(Business business, Collecting collecting) {
        return collectors.stream().anyMatch(collector -> collector.serves(business, collecting));
    }

    /// The accounts of the business that can be collected.
    public List<Account> accounts(Business business) {
        return turns(business, null).stream().map(Turn::account).toList();
    }

    @Override
    public String run(Job job, Reporter reporter) {
        Business business = directory
                .findBusiness(job.businessId())
                .orElseThrow(() -> new JobFailed("business_removed", BUSINESS_REMOVED.said(), null));
        List<Turn> turns = turns(business, job.accountId());
        if (turns.isEmpty()) {
            throw new JobFailed("nothing_connected", NOTHING_CONNECTED.said(), null);
        }
        List<String> collected = new ArrayList<>();
        List<Said> failures = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            int done = i;
            reporter.report(Job.Progress.of(done, turns.size(), COLLECTING.said(Map.of("account", turn.name()))));
            try {
                collected.add(turn.collector()
                        .collect(
                                business,
                                job,
                                turn.account(),
                                said -> reporter.report(
                                        Job.Progress.of(done, turns.size(), turn.saying(OF_ACCOUNT, said)))));
            } catch (CollectFailed failure) {
                failures.add(turn.saying(OF_ACCOUNT, failure.said()));
            } catch (JobStopped stopped) {
                throw stopped;
            } catch (RuntimeException problem) {
                LOG.error(
                        "job={} business={} account={}",
                        job.id(),
                        business.id(),
                        turn.account().id(),
                        problem);
                failures.add(INTERNAL.said(Map.of("account", turn.name(), "job", Value.name(Long.toString(job.id())))));
            }
        }
        String result = "{\"accounts\": [" + String.join(", ", collected) + "]}";
        if (!failures.isEmpty()) {
            throw new JobFailed("collection_failed", said(failures, turns.size()), result);
        }
        reporter.report(Job.Progress.of(turns.size(), turns.size(), COLLECTED.said()));
        return result;
    }

    /// An account and what collects it.
    private record Turn(Collector collector, Account account) {
        Value name() {
            return Value.name(account.platform().title() + " @" + account.handle());
        }

        Said saying(Sentence ofAccount, Said said) {
            return ofAccount.said(Map.of("account", name(), "said", Value.clause(said)));
        }
    }

    private List<Turn> turns(Business business, @Nullable Long accountId) {
        return collectors.stream()
                .flatMap(
                        collector -> collector.accounts(business).stream().map(account -> new Turn(collector, account)))
                .filter(turn -> accountId == null || turn.account().id() == accountId)
                .toList();
    }

    private static Said said(List<Said> failures, int accounts) {
        return failures.size() == accounts
                ? Said.inTurn(failures)
                : SOME_FAILED.said(Map.of(
                        "failed", Value.count(failures.size()),
                        "accounts", Value.count(accounts),
                        "failures", Value.sentences(failures)));
    }
}
