package io.tidemark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Asks every analytics endpoint over loopback HTTP, with one client and with eight.
final class Endpoints {
    private static final int WARM_UP = 30;
    private static final int REQUESTS = 200;
    private static final int COLD = 5;
    private static final int CLIENTS = 8;
    private static final double PATIENCE_SECONDS = 8;
    private static final double THROUGHPUT_SECONDS = 3;
    private static final int BUFFER = 1 << 16;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String token;
    private final long business;

    Endpoints(URI address, String token, long business) {
        this.address = address;
        this.token = token;
        this.business = business;
    }

    Map<String, String> paths() {
        String of = "?business_id=" + business;
        String all = of + "&range=all";
        String legacy = "/" + business + "?days=30";
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("overview, 28 days", "overview" + of);
        paths.put("overview, all, published", "overview" + all + "&basis=published");
        paths.put("overview, all, activity", "overview" + all + "&basis=activity");
        paths.put("overview, images, activity", "overview" + of + "&content_type=image&basis=activity");
        paths.put("trends, 365 days", "trends" + of + "&range=last_365_days&granularity=day");
        paths.put("trends, all, published", "trends" + all + "&basis=published&granularity=month");
        paths.put("platform-comparison, all", "platform-comparison" + all + "&basis=published");
        paths.put("content-types, all", "content-types" + all + "&basis=published");
        paths.put("posts, first page", "posts" + all);
        paths.put("top-posts, all", "top-posts" + all + "&metric=likes");
        paths.put("top-posts, fair", "top-posts" + all + "&rank=fair");
        paths.put("best-times", "best-times" + all + "&platform=instagram");
        paths.put("audience", "audience" + of);
        paths.put("insights", "insights" + of);
        paths.put("why", "why" + of);
        paths.put("legacy overview", "overview" + legacy);
        paths.put("legacy content", "content" + legacy);
        paths.put("legacy platforms", "platforms" + legacy);
        paths.put("legacy trends", "trends" + legacy);
        paths.put("legacy insights", "insights" + legacy);
        paths.replaceAll((name, path) -> "/api/v1/analytics/" + path);
        paths.put("portfolio", "/api/v1/portfolio");
        return paths;
    }

    /// What one endpoint takes, in milliseconds; `status` other than 200 means that there is nothing to measure.
    record Timed(int status, double p50, double p95, double cold, double perSecond) {}

    /// @param renew makes a new version of the data, so that nothing is cached
    Timed time(String path, Runnable renew) {
        int status = get(path).status();
        if (status != 200) {
            return new Timed(status, 0, 0, 0, 0);
        }
        double[] cold = new double[COLD];
        for (int i = 0; i < COLD; i++) {
            renew.run();
            cold[i] = get(path).milliseconds();
        }
        bounded(path, WARM_UP);
        double[] warm = bounded(path, REQUESTS);
        return new Timed(
                status,
                Study.quantile(warm, 0.5),
                Study.quantile(warm, 0.95),
                Study.quantile(cold, 0.5),
                perSecond(path));
    }

    private double[] bounded(String path, int requests) {
        long start = System.nanoTime();
        return IntStream.range(0, requests)
                .takeWhile(i -> i < 3 || Study.secondsSince(start) < PATIENCE_SECONDS)
                .mapToDouble(i -> get(path).milliseconds())
                .toArray();
    }

    private double perSecond(String path) {
        long start = System.nanoTime();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                counts.add(clients.submit(() -> {
                    int count = 0;
                    while (Study.secondsSince(start) < THROUGHPUT_SECONDS) {
                        get(path);
                        count++;
                    }
                    return count;
                }));
            }
            int sum = 0;
            for (Future<Integer> count : counts) {
                sum += count.get();
            }
            return sum / Study.secondsSince(start);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// An answer, read to its end.
    record Got(int status, double milliseconds, long bytes, long lines) {}

    Got get(String path) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            long bytes = 0;
            long lines = 0;
            try (InputStream body = response.body()) {
                byte[] buffer = new byte[BUFFER];
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    bytes += read;
                    for (int i = 0; i < read; i++) {
                        lines += buffer[i] == '\n' ? 1 : 0;
                    }
                }
            }
            return new Got(response.statusCode(), (System.nanoTime() - start) / 1e6, bytes, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// Asks what the overview's page asks for, about as many periods as are told, each another one of more than a month
    /// that ends in the days before: as a server has answered that has been up for a while.
    void periods(int count) {
        LocalDate last = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        for (int i = 0; i < count; i++) {
            String period = "?business_id=%d&from=%s&to=%s"
                    .formatted(business, last.minusDays(40 + 7L * i % 400), last.minusDays(i % 30));
            for (String question : List.of("overview", "insights", "trends", "top-posts")) {
                get("/api/v1/analytics/" + question + period);
            }
        }
    }

    /// First uses of frames of past instants, in milliseconds.
    double[] asOf(List<String> instants) {
        return instants.stream()
                .mapToDouble(instant -> get("/api/v1/analytics/overview?business_id=" + business + "&as_of=" + instant)
                        .milliseconds())
                .toArray();
    }
}
