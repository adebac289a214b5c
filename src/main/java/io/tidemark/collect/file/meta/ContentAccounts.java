package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Row;
import io.tidemark.collect.file.table.RowCursor;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The accounts that the rows of a content export name: a page by id and name, an Instagram account by id, username
/// and name.
final class ContentAccounts {
    private final Reading reading;
    private final Header header;
    private final Platform platform;
    private final Map<String, AccountKey> known = new HashMap<>();
    private @Nullable Set<AccountKey> all;

    ContentAccounts(Reading reading, Header header, Platform platform) {
        this.reading = reading;
        this.header = header;
        this.platform = platform;
    }

    /// The account of a row. A row whose description Meta could not compute names none: then it is that of all other
    /// rows.
    AccountKey of(Line line) {
        AccountKey account = named(line).orElseGet(() -> {
            Set<AccountKey> others = all();
            if (others.size() != 1) {
                throw line.bad(
                        idColumn(),
                        others.isEmpty() ? Reason.NO_ACCOUNT_IN_FILE.said() : Reason.NO_ACCOUNT_OF_SEVERAL.said());
            }
            return others.iterator().next();
        });
        return reading.account(account);
    }

    private Set<AccountKey> all() {
        if (all == null) {
            all = new HashSet<>();
            try (RowCursor rows = header.part().open()) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    if (row.number() > header.row()) {
                        named(new Line(header, row)).ifPresent(all::add);
                    }
                }
            }
        }
        return all;
    }

    private Optional<AccountKey> named(Line line) {
        Optional<String> id = line.text(idColumn()).filter(MetaId::isWhole);
        Optional<String> name = line.text(platform == Platform.FACEBOOK ? "page name" : "account name");
        Optional<String> handle = line.text("account username").or(() -> name).or(() -> id);
        return handle.map(text -> known.computeIfAbsent(id.orElse(text), _ -> key(id, text, name.orElse(text))));
    }

    private String idColumn() {
        return platform == Platform.FACEBOOK ? "page id" : "account id";
    }

    /// The id comes first: it stays when the account is renamed.
    private AccountKey key(Optional<String> id, String handle, String name) {
        AccountKey named = AccountKey.ofHandle(platform, handle);
        List<Alias> aliases = new ArrayList<>();
        id.ifPresent(text -> aliases.add(new Alias(platform.key() + ":id", text)));
        aliases.addAll(named.aliases());
        return new AccountKey(platform, named.handle(), name, aliases);
    }
}
