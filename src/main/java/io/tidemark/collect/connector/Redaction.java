package io.tidemark.collect.connector;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/// Takes secrets out of what is kept, logged or told: those that were used, wherever they stand, and whatever
/// stands where secrets usually do. Platforms repeat tokens in the addresses of next pages and in what they
/// say of errors.
public final class Redaction {
    private static final String INSTEAD = "(secret)";
    private static final String NAMES =
            "access_token|refresh_token|id_token|client_secret|fb_exchange_token|appsecret_proof|code_verifier"
                    + "|accessJwt|refreshJwt";
    /// One of them stands wherever one of the patterns finds something.
    private static final List<String> HINTS =
            List.of("_token", "_secret", "_proof", "_verifier", "jwt", "bearer", "dpop ");

    private static final Pattern IN_QUERY =
            Pattern.compile("((?:" + NAMES + ")(?:=|%3D|\\\\u003d))[^&\"\\s\\\\]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_JSON =
            Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*\")[^\"]*", Pattern.CASE_INSENSITIVE);
    /// What is short after the name of a proof is a sentence about it.
    private static final Pattern IN_HEADER =
            Pattern.compile("(Bearer\\s+|DPoP\\s+(?=[^\\s\"',]{20}))[^\\s\"',]+", Pattern.CASE_INSENSITIVE);

    /// The longest first: one may begin with another.
    private final Collection<String> known = new ConcurrentSkipListSet<>((one, other) ->
            one.length() == other.length() ? one.compareTo(other) : Integer.compare(other.length(), one.length()));

    /// From now on it is taken out.
    public void know(Secret secret) {
        if (!secret.value().isEmpty()) {
            known.add(secret.value());
            known.add(URLEncoder.encode(secret.value(), StandardCharsets.UTF_8));
        }
    }

    public String of(String text) {
        String plain = text;
        for (String secret : known) {
            plain = plain.replace(secret, INSTEAD);
        }
        return speaksOfSecrets(plain) ? withoutPlaces(plain) : plain;
    }

    /// Most answers do not, and looking through all of a long one for each of the places takes its time.
    private static boolean speaksOfSecrets(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return HINTS.stream().anyMatch(lower::contains);
    }

    private static String withoutPlaces(String text) {
        String plain = text;
        for (Pattern place : new Pattern[] {IN_QUERY, IN_JSON, IN_HEADER}) {
            plain = place.matcher(plain).replaceAll("$1" + INSTEAD);
        }
        return plain;
    }

    public Fault of(Fault fault) {
        return fault.saying(fault.said().naming(this::of));
    }

    /// The whole story of what went wrong, for a log.
    public String of(Throwable problem) {
        StringWriter story = new StringWriter();
        problem.printStackTrace(new PrintWriter(story, true));
        return of(story.toString());
    }
}
