package io.tidemark.collect.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// With which a person goes through the page of a simulated platform that asks to agree.
public final class Browser implements AutoCloseable {
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"(?:hidden|checkbox)\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    public String page(URI address) {
        return send(HttpRequest.newBuilder(address).build()).body();
    }

    /// Answers the page with all that it offers.
    ///
    /// @param account who agrees, where the page asks
    /// @param decision `allow` or `deny`
    /// @param without fields that are switched off
    /// @return with what the browser is sent back
    public Map<String, String> answer(URI address, String account, String decision, Set<String> without) {
        Map<String, String> form = new HashMap<>(Map.of("account", account, "decision", decision));
        Matcher field = FIELD.matcher(page(address));
        while (field.find()) {
            form.put(field.group(1), field.group(2).replace("&amp;", "&"));
        }
        form.keySet().removeAll(without);
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(address.toString().replaceFirst("\\?.*", "")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return Arrays.stream(back.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.close();
    }
}
