package io.tidemark.collect;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Collecting;
import io.tidemark.ledger.Job;
import io.tidemark.words.Said;
import java.util.List;
import java.util.function.Consumer;

/// Collects accounts anew when somebody asks for it.
public interface Collector {
    /// Whether there is anything of the business to collect. Asks nothing.
    ///
    /// @param collecting what of it is connected
    boolean serves(Business business, Collecting collecting);

    /// The accounts of the business that can be collected now.
    List<Account> accounts(Business business);

    /// Collects an account and stores what it says. A job that is taken up again may ask for the same once more.
    ///
    /// @param progress takes sentences for a person
    /// @return account of it, as a JSON object
    /// @throws CollectFailed when the account cannot be read
    String collect(Business business, Job job, Account account, Consumer<Said> progress);
}
