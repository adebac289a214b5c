package io.tidemark.collect.picture;

import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PublicHosts;
import io.tidemark.ledger.Thumbnails.Again;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches pictures: from hosts that are named alone, without redirects, bounded in time and size, without telling
/// anything but the address.
final class PictureClient {
    /// What platforms show of a post is a few hundred kilobytes.
    static final int LARGEST = 2 << 20;

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    byte[] fetch(URI address, PictureHosts hosts) throws NoPicture {
        check(address, hosts);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "image/jpeg, image/png, image/gif")
                .GET()
                .build();
        HttpResponse<byte[]> answer = answer(request);
        int status = answer.statusCode();
        if (status == 200) {
            return answer.body();
        }
        if (status == 429 || status >= 500) {
            throw new NoPicture(Again.LATER, "Its host answered " + status + ".");
        }
        // Addresses run out; platforms that redirect lead elsewhere than they said.
        throw new NoPicture(Again.WHEN_LISTED, "Its host answered " + status + ".");
    }

    private static void check(URI address, PictureHosts hosts) throws NoPicture {
        if (hosts.namesOrigin(address)) {
            return;
        }
        if (!hosts.namesHost(address)) {
            throw new NoPicture(Again.WHEN_LISTED, "It lies at a host that pictures are not fetched from.");
        }
        try {
            if (!PublicHosts.arePublic(address.getHost())) {
                throw new NoPicture(Again.WHEN_LISTED, "Its host has an address that is not public.");
            }
        } catch (UnknownHostException unknown) {
            throw new NoPicture(Again.LATER, "The address of its host is not known.");
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws NoPicture {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return coming.get(ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException broken) {
            coming.cancel(true);
            throw new NoPicture(Again.LATER, "It did not come whole, within ten seconds and two megabytes.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            coming.cancel(true);
            throw new NoPicture(Again.LATER, "The program ends.");
        }
    }
}
