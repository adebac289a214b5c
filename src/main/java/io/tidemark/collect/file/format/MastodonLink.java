package io.tidemark.collect.file.format;

import io.tidemark.ledger.Alias;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the address of a post of Mastodon says about it. Servers number posts each for itself, so that a post is called
/// by its server too.
///
/// @param handle of the account, with its server
public record MastodonLink(Alias alias, String handle) {
    private static final Pattern POST = Pattern.compile(
            "^(?:https?://)?(?<server>[^/@\\s]+\\.[^/@\\s]+)/(?:@(?<name>[\\w.-]+)|users/(?<user>[\\w.-]+)/statuses)/(?<id>\\w+)",
            Pattern.CASE_INSENSITIVE);

    /// Empty for addresses of anything else, and of posts as another server than their own shows them.
    public static Optional<MastodonLink> in(String link) {
        Matcher post = POST.matcher(link.strip());
        if (!post.find()) {
            return Optional.empty();
        }
        String server = post.group("server").toLowerCase(Locale.ROOT);
        String name = post.group("name") == null ? post.group("user") : post.group("name");
        return Optional.of(
                new MastodonLink(new Alias("mastodon:post", server + "/" + post.group("id")), name + "@" + server));
    }
}
