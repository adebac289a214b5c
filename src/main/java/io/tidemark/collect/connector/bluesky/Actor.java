package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.Login;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an account is called by: a handle, which is a name of the internet and may change, or a DID, which stays.
final class Actor {
    private static final Sentence NO_HANDLE = Sentence.of(
            "bluesky_not_a_handle", "'{typed}' is no handle of Bluesky: write it whole, such as acme.bsky.social.");

    private static final String DID = "did:[a-z]+:[A-Za-z0-9._:%-]{1,2000}";
    private static final Pattern HANDLE =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    /// As it stands in the address of a profile, or in that of a record.
    private static final Pattern IN_LINK =
            Pattern.compile("(?:https?://[^/]+/profile/|at://)([^/?#]+).*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HANDLE = 253;

    private Actor() {}

    static boolean isDid(String text) {
        return text.matches(DID);
    }

    /// The handle or DID that a person has written: `@acme.bsky.social`, the address of a profile.
    ///
    /// @param field in which it was written
    /// @throws Login.NotTaken where it is neither
    static String typed(String field, String written) {
        // Bluesky's own pages put marks around handles that say in which direction they are written.
        String text = written.replaceAll("\\p{Cf}", "").strip();
        Matcher link = IN_LINK.matcher(text);
        String name = link.matches() ? link.group(1) : text.replaceFirst("^@", "");
        if (isDid(name)) {
            return name;
        }
        String handle = name.toLowerCase(Locale.ROOT);
        if (handle.length() > LONGEST_HANDLE || !HANDLE.matcher(handle).matches()) {
            throw new Login.NotTaken(field, NO_HANDLE.said(Map.of("typed", Value.name(text))));
        }
        return handle;
    }
}
