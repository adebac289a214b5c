package io.tidemark.collect;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.words.Said;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Something that reads accounts anew.
public interface AccountSource {
    /// Stable name, which sources in the ledger carry as their format.
    String format();

    /// What a reading of an account is called, for a person.
    String nameOf(Account account);

    /// Whether there is anything of the business to collect. Cheap.
    boolean serves(Business business);

    /// The accounts of the business that can be collected now.
    List<Account> accounts(Business business);

    /// Hands over what the account says now. Nothing is kept of a reading that fails.
    ///
    /// @param progress takes sentences for a person
    /// @throws CollectFailed when the account cannot be read
    void collect(Business business, Account account, Instant now, ObservationSink sink, Consumer<Said> progress);
}
