package io.tidemark.serve.events;

import io.tidemark.serve.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a stream of events line by line, as a browser would.
public final class EventListening implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventListening(HttpRequest request) throws IOException, InterruptedException {
        response = client.send(request, BodyHandlers.ofInputStream());
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /// @param name `comment` for what is no event
    public record Event(String name, @Nullable String id, String data) {
        public JsonNode json() {
            return Json.mapper().readTree(data);
        }
    }

    public static EventListening to(HttpRequest request) throws IOException, InterruptedException {
        return new EventListening(request);
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /// The next event of a name, whatever comes before it.
    public Event next(String name) throws IOException {
        while (true) {
            Event event = next();
            if (event == null) {
                throw new IOException("The stream ended without " + name);
            }
            if (event.name().equals(name)) {
                return event;
            }
        }
    }

    /// The next event, whatever it is.
    public Event any() throws IOException {
        Event event = next();
        if (event == null) {
            throw new IOException("The stream ended");
        }
        return event;
    }

    /// @return null when the stream has ended
    public @Nullable Event next() throws IOException {
        List<String> block = new ArrayList<>();
        String line;
        while ((line = lines.readLine()) != null && !line.isEmpty()) {
            block.add(line);
        }
        if (line == null && block.isEmpty()) {
            return null;
        }
        String name = "comment";
        String id = null;
        StringBuilder data = new StringBuilder();
        for (String one : block) {
            if (one.startsWith("event: ")) {
                name = one.substring("event: ".length());
            } else if (one.startsWith("id: ")) {
                id = one.substring("id: ".length());
            } else if (one.startsWith("data: ")) {
                data.append(one.substring("data: ".length()));
            }
        }
        return new Event(name, id, data.toString());
    }

    /// Reads until the stream ends.
    public List<Event> rest() throws IOException {
        List<Event> rest = new ArrayList<>();
        for (Event event = next(); event != null; event = next()) {
            rest.add(event);
        }
        return rest;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
