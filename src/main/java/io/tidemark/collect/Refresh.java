package io.tidemark.collect;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.JobFailed;
import io.tidemark.ledger.JobStopped;
import io.tidemark.ledger.JobWork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects the connected accounts of a business, each whole or not at all. One that fails does not keep the others
/// from being collected.
public final class Refresh implements JobWork {
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

    private final Directory directory;
    private final List<Collector> collectors;

    public Refresh(Directory directory, List<Collector> collectors) {
        this.directory = directory;
        this.collectors = List.copyOf(collectors);
    }

    /// Whether there is anything of the business to collect. Cheap.
    public boolean serves(Business business) {
        return collectors.stream().anyMatch(collector -> collector.serves(business));
    }

    /// The accounts of the business that can be collected.
    public List<Account> accounts(Business business) {
        return turns(business, null).stream().map(Turn::account).toList();
    }

    @Override
    public String run(Job job, Reporter reporter) {
        Business business = directory
                .findBusiness(job.businessId())
                .orElseThrow(() -> new JobFailed("business_removed", "The business was removed.", null));
        List<Turn> turns = turns(business, job.accountId());
        if (turns.isEmpty()) {
            throw new JobFailed(
                    "nothing_connected", "No account is connected any more: import files, or connect one.", null);
        }
        List<String> collected = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            int done = i;
            reporter.report(new Job.Progress(done, turns.size(), "Collecting " + turn.title() + "."));
            try {
                collected.add(turn.collector()
                        .collect(
                                business,
                                job,
                                turn.account(),
                                text -> reporter.report(
                                        new Job.Progress(done, turns.size(), turn.title() + ": " + text))));
            } catch (CollectFailed failure) {
                failures.add(turn.title() + ": " + failure.getMessage());
            } catch (JobStopped stopped) {
                throw stopped;
            } catch (RuntimeException problem) {
                LOG.error(
                        "job={} business={} account={}",
                        job.id(),
                        business.id(),
                        turn.account().id(),
                        problem);
                failures.add(turn.title() + ": something went wrong on our side, look for job=" + job.id()
                        + " in the server's log.");
            }
        }
        String result = "{\"accounts\": [" + String.join(", ", collected) + "]}";
        if (!failures.isEmpty()) {
            throw new JobFailed("collection_failed", sentence(failures, turns.size()), result);
        }
        reporter.report(new Job.Progress(turns.size(), turns.size(), "Collected."));
        return result;
    }

    /// An account and what collects it.
    private record Turn(Collector collector, Account account) {
        String title() {
            return account.platform().title() + " @" + account.handle();
        }
    }

    private List<Turn> turns(Business business, @Nullable Long accountId) {
        return collectors.stream()
                .flatMap(
                        collector -> collector.accounts(business).stream().map(account -> new Turn(collector, account)))
                .filter(turn -> accountId == null || turn.account().id() == accountId)
                .toList();
    }

    private static String sentence(List<String> failures, int accounts) {
        String all = String.join(" ", failures);
        return failures.size() == accounts
                ? all
                : "%d of %d accounts could not be collected, the others were. %s"
                        .formatted(failures.size(), accounts, all);
    }
}
