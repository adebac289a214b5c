package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.collect.connector.Secret;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An account that is named, of which is read what its server shows everybody.
public final class MastodonPublic implements Login.ByForm {
    private static final Sentence NO_ACCOUNT =
            Sentence.of("mastodon_not_an_account", "'{typed}' is no account: write @name@ and the name of its server.");
    private static final Sentence UNKNOWN_ACCOUNT =
            Sentence.of("mastodon_unknown_account", "{server} knows no account {account}.");

    private static final String ACCOUNT = "account";
    /// `@name@social.example`, or the address of its page.
    private static final Pattern HANDLE = Pattern.compile("@?(?<name>\\w[\\w.-]*)@(?<server>[^@\\s]+)");
    private static final Pattern PAGE = Pattern.compile("(?<server>https?://[^/\\s]+)/@(?<name>\\w[\\w.-]*)/?");

    private final Traits traits;
    private final NamedServers servers;

    public MastodonPublic(ConnectorSettings settings, MastodonConnector connector) {
        servers = NamedServers.of(settings);
        Field account = new Field(
                ACCOUNT,
                "Account",
                settings.text("account-hint", "Its whole name, with its server: @name@mastodon.social."),
                false,
                null);
        traits = new Traits(
                "mastodon_public",
                "Mastodon (without a sign-in)",
                List.of(connector),
                List.of(),
                false,
                List.of(account));
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Grant enter(TokenCalls calls, Map<String, String> told) {
        String typed = told.getOrDefault(ACCOUNT, "");
        Matcher named = HANDLE.matcher(typed);
        if (!named.matches()) {
            named = PAGE.matcher(typed);
            if (!named.matches()) {
                throw new NotTaken(ACCOUNT, NO_ACCOUNT.said(Map.of("typed", Value.name(typed))));
            }
        }
        URI server = servers.address(ACCOUNT, named.group("server"));
        JsonNode found = lookedUp(calls, server, named.group("name"));
        Profile profile = Profile.of(found, server.getRawAuthority());
        return new Grant(
                Secret.NONE,
                null,
                calls.now(),
                null,
                null,
                Set.of(),
                new Place(server, profile.home().id()));
    }

    private JsonNode lookedUp(TokenCalls calls, URI server, String name) {
        try {
            return calls.send(servers.reachable(server), MastodonCalls.lookup(name), Secret.NONE);
        } catch (CallFailed failed) {
            throw switch (failed.fault()) {
                case Fault.NotFound none ->
                    new NotTaken(
                            ACCOUNT,
                            UNKNOWN_ACCOUNT.said(
                                    Map.of("server", Value.name(server.getHost()), "account", Value.name(name))));
                case Fault.SignInGone refused ->
                    new CallFailed(new Fault.SignInGone(refused.said().and(MastodonFaults.SIGN_IN.said())));
                default -> failed;
            };
        }
    }

    @Override
    public @Nullable Grant renew(TokenCalls calls, Grant grant) {
        return null;
    }
}
