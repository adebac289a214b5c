package io.tidemark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Fills in the page of a simulated platform on which a person agrees, as a browser does.
public final class ConsentForm {
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private ConsentForm() {}

    /// @param decision `allow` or `deny`
    /// @return where the platform sends the person
    public static URI answer(URI authorization, String account, String decision) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String page = send(browser, HttpRequest.newBuilder(authorization)).body();
            String form = FIELD.matcher(page)
                    .results()
                    .map(field -> encoded(field.group(1)) + "="
                            + encoded(field.group(2).replace("&amp;", "&")))
                    .collect(Collectors.joining("&", "", "&account=" + encoded(account) + "&decision=" + decision));
            HttpResponse<String> answer = send(
                    browser,
                    HttpRequest.newBuilder(URI.create(authorization.toString().replaceFirst("\\?.*", "")))
                            .POST(HttpRequest.BodyPublishers.ofString(form)));
            return answer.headers()
                    .firstValue("Location")
                    .map(URI::create)
                    .orElseThrow(() -> new AssertionError(page + answer.body()));
        }
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
