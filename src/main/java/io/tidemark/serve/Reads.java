package io.tidemark.serve;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Versions;
import java.util.List;

/// What the web asks about a business that the caller may see.
public interface Reads {
    Versions versions(long businessId);

    List<Account> accounts(long businessId);
}
