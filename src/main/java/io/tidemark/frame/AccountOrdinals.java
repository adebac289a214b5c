package io.tidemark.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The places of accounts in [Frame#accounts].
public final class AccountOrdinals {
    private final Map<Long, Integer> ordinals = new HashMap<>();

    public AccountOrdinals(List<FrameAccount> accounts) {
        accounts.forEach(account -> ordinals.put(account.id(), ordinals.size()));
    }

    /// @throws IllegalArgumentException when the account is not in the frame
    public int of(long accountId) {
        Integer ordinal = ordinals.get(accountId);
        if (ordinal == null) {
            throw new IllegalArgumentException("Account " + accountId + " is not in the frame");
        }
        return ordinal;
    }
}
