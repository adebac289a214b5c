package io.tidemark.collect.sync;

import java.util.regex.Pattern;

/// Takes tokens out of what is kept of answers: Meta repeats them in the addresses of next pages.
final class Redaction {
    private static final Pattern IN_QUERY = Pattern.compile(
            "((?:access_token|client_secret|fb_exchange_token|appsecret_proof|refresh_token)(?:=|%3D|\\\\u003d))[^&\"\\s\\\\]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_JSON = Pattern.compile(
            "(\"(?:access_token|refresh_token|client_secret|id_token)\"\\s*:\\s*\")[^\"]*", Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    static String of(String text, String token) {
        String known = token.isEmpty() ? text : text.replace(token, "(secret)");
        return IN_JSON.matcher(IN_QUERY.matcher(known).replaceAll("$1(secret)")).replaceAll("$1(secret)");
    }
}
