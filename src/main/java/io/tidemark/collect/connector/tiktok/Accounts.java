package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Accounts by the names that TikTok gives them. `open_id` is another one for each app; the handle is what exported
/// files and both APIs have in common.
final class Accounts {
    private Accounts() {}

    /// @param id `open_id`
    /// @param handle empty where TikTok does not tell it
    static AccountKey key(String id, String handle, JsonNode account) {
        if (id.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable(Saying.noOwner("TikTok")));
        }
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("tiktok:open_id", id));
        String union = Numbers.id(account.path("union_id"));
        if (!union.isEmpty()) {
            aliases.add(new Alias("tiktok:union_id", union));
        }
        if (!handle.isEmpty()) {
            aliases.addAll(AccountKey.ofHandle(Platform.TIKTOK, handle).aliases());
        }
        String name = account.path("display_name").asString("");
        String shown = handle.isEmpty() ? name : handle;
        if (shown.isBlank()) {
            throw new CallFailed(new Fault.Unreadable(Saying.nameless("TikTok")));
        }
        return new AccountKey(Platform.TIKTOK, shown, name.isBlank() ? shown : name, aliases);
    }

    /// The sign-in must be of the account that is read through it.
    static void check(AccountKey key, TrackedAccount account) {
        if (!key.aliases().getFirst().externalId().equals(account.externalId())) {
            String wanted = account.key().handle();
            throw new CallFailed(new Fault.NotPermitted(Saying.otherOwner("TikTok", "@" + key.handle(), "@" + wanted)));
        }
    }
}
