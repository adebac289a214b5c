package io.tidemark.collect.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Goes through the screens of a simulated platform as a person with a browser does.
final class Visitor implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\">");
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"(?:hidden|checkbox)\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    /// Agrees to everything that is asked.
    ///
    /// @param account who agrees, where the platform asks
    /// @return where the platform sends the person
    URI agree(URI authorization, String account) {
        String page = get(authorization);
        Matcher action = ACTION.matcher(page);
        if (!action.find()) {
            throw new IllegalStateException("There is nothing to agree to: " + page);
        }
        String form = FIELD.matcher(page)
                .results()
                .map(Visitor::filledIn)
                .collect(Collectors.joining("&", "", "&account=" + encode(account) + "&decision=allow"));
        HttpRequest request = HttpRequest.newBuilder(authorization.resolve(plain(action.group(1))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = send(request);
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new IllegalStateException("The platform did not agree: " + answer.body()));
    }

    private String get(URI address) {
        return send(HttpRequest.newBuilder(address).build()).body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while signing in", problem);
        }
    }

    private static String filledIn(MatchResult field) {
        return encode(plain(field.group(1))) + "=" + encode(plain(field.group(2)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    @Override
    public void close() {
        http.close();
    }
}
