package io.tidemark.collect.connector.instagram;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.GraphCalls;
import io.tidemark.collect.connector.graph.GraphRequest;
import io.tidemark.collect.connector.graph.ManagedPage;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The two ways to an account: through the page of Facebook that it is linked to, and by a sign-in of its own.
/// What can be read is the same.
enum AccountAccess {
    FACEBOOK("instagram", "https://graph.facebook.com") {
        @Override
        Page<FoundAccount> accounts(GraphCalls calls, Api api, @Nullable String cursor) {
            Page<ManagedPage> pages = ManagedPage.list(calls, api, cursor);
            List<FoundAccount> found = pages.items().stream()
                    .filter(page -> page.instagram().isObject())
                    .map(AccountAccess::behind)
                    .toList();
            return new Page<>(found, pages.next());
        }
    },

    INSTAGRAM("instagram_login", "https://graph.instagram.com") {
        @Override
        Page<FoundAccount> accounts(GraphCalls calls, Api api, @Nullable String cursor) {
            GraphRequest request =
                    GraphRequest.of("GET /me", "/me").with("fields", "user_id,username,name,account_type");
            JsonNode me = calls.get(api, null, request);
            // `id` is another one for each app.
            String id = Numbers.id(me.path("user_id"));
            AccountKey key = key(id, me);
            String type = me.path("account_type").asString("");
            Said obstacle = PROFESSIONAL.contains(type) ? null : notProfessional(key.handle());
            return new Page<>(List.of(new FoundAccount(new TrackedAccount(id, "", key, null), null, obstacle)), null);
        }
    };

    /// Where Instagram does not say what an account is, it has let a professional one sign in.
    private static final Set<String> PROFESSIONAL = Set.of("BUSINESS", "MEDIA_CREATOR", "CREATOR", "");

    private static final Sentence NOT_PROFESSIONAL = Sentence.of(
            "instagram_not_professional",
            "Instagram tells numbers of professional accounts only: {account} can be made one in its settings on Instagram; then sign in again.");

    private final String key;
    private final String host;

    AccountAccess(String key, String host) {
        this.key = key;
        this.host = host;
    }

    String key() {
        return key;
    }

    String host() {
        return host;
    }

    private static Said notProfessional(String handle) {
        return NOT_PROFESSIONAL.said(Map.of("account", Value.name("@" + handle)));
    }

    abstract Page<FoundAccount> accounts(GraphCalls calls, Api api, @Nullable String cursor);

    /// By the id, as exported files do, which stays when the account is renamed.
    static AccountKey key(String id, JsonNode account) {
        String handle = account.path("username").asString("");
        if (id.isEmpty() || handle.isBlank()) {
            throw new CallFailed(new Fault.Unreadable(Saying.nameless("Instagram")));
        }
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("instagram:id", id));
        aliases.addAll(AccountKey.ofHandle(Platform.INSTAGRAM, handle).aliases());
        String name = account.path("name").asString("");
        return new AccountKey(Platform.INSTAGRAM, handle, name.isBlank() ? handle : name, aliases);
    }

    private static FoundAccount behind(ManagedPage page) {
        String id = Numbers.id(page.instagram().path("id"));
        TrackedAccount account = new TrackedAccount(id, "", key(id, page.instagram()), page.token());
        return new FoundAccount(account, page.token(), page.obstacle());
    }
}
