package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;
import java.util.regex.Pattern;

/// Where an account is at home. Servers count their accounts each for itself, so that an id says nothing without its
/// server.
///
/// @param server by its name: `social.example`
/// @param id of the account there
/// @param name of the account there
record Home(String server, String id, String name) {
    private static final Sentence OTHER_ACCOUNT = Sentence.of(
            "mastodon_other_sign_in",
            "The sign-in is of another account on {other}: sign in with {server} as {account}.");
    private static final Sentence NO_SERVER =
            Sentence.of("mastodon_without_server", "The account {account} names no server.");

    private static final String SEPARATOR = "/";
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");

    /// Whether a server may call an account or a post so.
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /// Of an account that is read through its own sign-in: another, as where somebody signed in again with another
    /// server, would read another account of the same number.
    ///
    /// @throws CallFailed where it is another's
    static Home of(Api api, TrackedAccount account) {
        Home home = of(account);
        Login.Place place = api.place();
        if (place != null
                && !new Home(server(place), place.subject(), "").externalId().equals(home.externalId())) {
            throw new CallFailed(new Fault.SignInGone(OTHER_ACCOUNT.said(Map.of(
                    "other",
                    Value.name(server(place)),
                    "server",
                    Value.name(home.server()),
                    "account",
                    Value.name("@" + home.handle())))));
        }
        return home;
    }

    /// @throws CallFailed where it was stored by something else
    private static Home of(TrackedAccount account) {
        String[] parts = account.externalId().split(SEPARATOR, 2);
        if (parts.length < 2) {
            throw new CallFailed(
                    new Fault.Unreadable(NO_SERVER.said(Map.of("account", Value.name(account.externalId())))));
        }
        return new Home(parts[0], parts[1], account.key().handle().replaceFirst("@.*", ""));
    }

    static String server(Login.Place place) {
        return place.base().getRawAuthority();
    }

    /// What the account is called among those of all servers.
    String externalId() {
        return server + SEPARATOR + id;
    }

    /// As people write it.
    String handle() {
        return name + "@" + server;
    }

    /// For people, without a slash at the end.
    String page() {
        return "https://" + server + "/@" + name;
    }
}
