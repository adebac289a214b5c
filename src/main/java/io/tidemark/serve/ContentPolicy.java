package io.tidemark.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.serve.http.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a browser may load and run for a page of ours (its `Content-Security-Policy`).
final class ContentPolicy {
    private static final Pattern SCRIPT_WITHIN = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private ContentPolicy() {}

    /// For the document that the build has made.
    static String ofTheDashboard() {
        try {
            return of(Pages.INDEX.exists() ? Pages.INDEX.getContentAsString(UTF_8) : "");
        } catch (IOException e) {
            throw new UncheckedIOException("The dashboard's document cannot be read from the program's own files", e);
        }
    }

    /// Scripts come from our own files, and from within the document itself: those that stand there now, and no other,
    /// each named by its hash.
    static String of(String document) {
        String within = SCRIPT_WITHIN
                .matcher(document)
                .results()
                .map(ContentPolicy::hash)
                .collect(Collectors.joining());
        return "default-src 'self'; script-src 'self'" + within + "; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String hash(MatchResult script) {
        return " 'sha256-" + Base64.getEncoder().encodeToString(Digests.sha256Bytes(script.group(1))) + "'";
    }
}
