package io.tidemark.app;

import io.tidemark.collect.sync.Books;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.LiveAccount;
import java.util.List;
import java.util.stream.Collectors;

/// Accounts that are collected, as people name them on a command line.
final class CollectedAccounts {
    private CollectedAccounts() {}

    /// @param idOrHandle with an @ before it or without
    /// @throws CommandFailed where it is none of them, or several
    static LiveAccount named(Books books, Business business, String idOrHandle) {
        List<LiveAccount> all = books.accounts().all(business.id());
        String handle = idOrHandle.replaceFirst("^@", "");
        List<LiveAccount> meant = all.stream()
                .filter(account -> idOrHandle.equals(Long.toString(account.accountId()))
                        || account.key().handle().equalsIgnoreCase(handle))
                .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        String ids = all.stream()
                .map(account -> "%d (%s @%s)"
                        .formatted(
                                account.accountId(),
                                account.key().platform().title(),
                                account.key().handle()))
                .collect(Collectors.joining(", "));
        throw new CommandFailed("'%s' is %s of the collected accounts: give one of these ids: %s."
                .formatted(idOrHandle, meant.isEmpty() ? "none" : "more than one", ids));
    }
}
