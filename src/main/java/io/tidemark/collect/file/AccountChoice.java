package io.tidemark.collect.file;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.table.Choice;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out whose numbers a file holds, from the file and from what the user says; asks where both leave it open.
final class AccountChoice {
    private static final Sentence OF_ANOTHER_PLATFORM = Sentence.of(
            "file_of_another_platform",
            "The file is not of {platform}: import it as what it is, or without naming a platform.");
    private static final Sentence PLATFORM_UNTOLD =
            Sentence.of("file_platform_untold", "The file does not say which platform it is of: say which.");
    private static final Sentence ACCOUNT_UNTOLD = Sentence.of(
            "file_account_untold",
            "The file does not say which {platform} account it is of: say its handle, as in its address.");
    private static final Sentence ROW_OF_ANOTHER_PLATFORM = Sentence.of(
            "row_of_another_platform",
            "A row of the file is of {platform}, not of {told}: import it without naming a platform.");
    private static final Sentence NAME_OF_ANOTHER_ACCOUNT = Sentence.of(
            "file_name_of_another_account",
            "The name of the file says that it is of \"{account}\", not of \"{told}\": import it without naming "
                    + "an account, or rename the file if its name is wrong.");
    private static final Sentence ROW_OF_ANOTHER_ACCOUNT = Sentence.of(
            "row_of_another_account",
            "A row of the file says that it is of \"{account}\", not of \"{told}\": import it without naming an "
                    + "account, or rename the file if its name is wrong.");
    private static final Sentence OF_ANOTHER_BUSINESS = Sentence.of(
            "file_of_another_business",
            "The file is of the {platform} account \"{account}\", which belongs to business {business}, not to "
                    + "business {here}: import it there, or name the account to have it here too.");

    private final ImportTarget target;
    private final ImportRequest request;

    AccountChoice(ImportTarget target, ImportRequest request) {
        this.target = target;
        this.request = request;
    }

    /// The account that all rows are of; empty where every row names its own.
    Optional<AccountKey> of(Accounts accounts) {
        return switch (accounts) {
            case Accounts.One one -> Optional.of(one(platform(one.platforms()), one.handle()));
            case Accounts.Called called -> Optional.of(called(called));
            case Accounts.Each _ -> Optional.empty();
        };
    }

    private Platform platform(Set<Platform> open) {
        Platform told = request.answers().platform();
        if (told != null && !open.contains(told)) {
            throw new ImportRefused(
                    "platform_mismatch", OF_ANOTHER_PLATFORM.said(Map.of("platform", Value.platform(told))));
        }
        if (told == null && open.size() > 1) {
            throw new ImportRefused("platform_needed", PLATFORM_UNTOLD.said())
                    .asking(open.stream()
                            .map(one -> new Choice(one.key(), one.title()))
                            .toList());
        }
        return told == null ? open.iterator().next() : told;
    }

    private Optional<String> told() {
        return Optional.ofNullable(request.answers().account()).filter(handle -> !handle.isBlank());
    }

    private AccountKey one(Platform platform, Optional<String> handle) {
        Optional<AccountKey> told = told().map(name -> AccountKey.ofHandle(platform, name));
        Optional<AccountKey> named = handle.map(name -> AccountKey.ofHandle(platform, name));
        if (told.isPresent()
                && named.isPresent()
                && !told.get().aliases().equals(named.get().aliases())) {
            throw mismatch(NAME_OF_ANOTHER_ACCOUNT, named.get(), told.get().handle());
        }
        if (told.isEmpty()) {
            named.ifPresent(this::refuseAnotherBusiness);
        }
        return told.or(() -> named)
                .orElseThrow(() -> new ImportRefused(
                        "account_needed", ACCOUNT_UNTOLD.said(Map.of("platform", Value.platform(platform)))));
    }

    private AccountKey called(Accounts.Called called) {
        return told().map(name -> AccountKey.ofHandle(called.platform(), name)).orElseGet(() -> {
            AccountKey account = AccountKey.ofHandle(called.platform(), called.name());
            refuseAnotherBusiness(account);
            return account;
        });
    }

    /// Refuses an account of another platform than the one that the user named, where every row names its account.
    void refuseAnotherPlatform(AccountKey account) {
        Platform platform = request.answers().platform();
        if (platform != null && platform != account.platform()) {
            throw new ImportRefused(
                    "platform_mismatch",
                    ROW_OF_ANOTHER_PLATFORM.said(
                            Map.of("platform", Value.platform(account.platform()), "told", Value.platform(platform))));
        }
    }

    /// Looks at an account that a row names, before anything of it is stored. Those of others may be watched by
    /// anybody.
    void met(AccountKey account) {
        if (!account.owned()) {
            return;
        }
        Optional<String> told = told();
        if (told.isEmpty()) {
            refuseAnotherBusiness(account);
        } else if (!account.aliases()
                .containsAll(AccountKey.ofHandle(account.platform(), told.get()).aliases())) {
            throw mismatch(ROW_OF_ANOTHER_ACCOUNT, account, told.get());
        }
    }

    private static ImportRefused mismatch(Sentence sentence, AccountKey named, String told) {
        return new ImportRefused(
                "account_mismatch",
                sentence.said(Map.of("account", Value.name(named.handle()), "told", Value.name(told))));
    }

    /// A file of one business's account dropped on another business is a slip more often than a wish.
    private void refuseAnotherBusiness(AccountKey account) {
        if (target.findAccount(request.businessId(), account.platform(), account.handle())
                .isPresent()) {
            return;
        }
        request.visibleBusinesses().stream()
                .filter(business -> business != request.businessId())
                .filter(business -> target.findAccount(business, account.platform(), account.handle())
                        .isPresent())
                .min(Long::compare)
                .ifPresent(business -> {
                    throw new ImportRefused(
                            "account_of_another_business",
                            OF_ANOTHER_BUSINESS.said(Map.of(
                                    "platform", Value.platform(account.platform()),
                                    "account", Value.name(account.handle()),
                                    "business", Value.name(Long.toString(business)),
                                    "here", Value.name(Long.toString(request.businessId())))));
                });
    }
}
