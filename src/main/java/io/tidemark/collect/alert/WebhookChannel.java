package io.tidemark.collect.alert;

import io.tidemark.collect.connector.Secret;
import io.tidemark.language.Language;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Posts JSON to an address, which is a secret itself and told to nobody. Redirects are not followed: what is
/// sent goes where it was meant to go, or nowhere.
final class WebhookChannel implements Channel {
    private static final String SIGNATURE = "Tidemark-Signature";
    private static final String HMAC = "HmacSHA256";
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

    private final URI address;
    private final Language language;
    private final @Nullable Secret secret;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @param secret signs what is sent; null for no signature
    WebhookChannel(URI address, Language language, @Nullable Secret secret) {
        this.address = address;
        this.language = language;
        this.secret = secret;
    }

    @Override
    public String key() {
        return "webhook";
    }

    @Override
    public String where() {
        return "webhook at " + address.getHost();
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public void send(Notice notice) {
        byte[] body = NoticeJson.of(notice);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (secret != null) {
            request.header(SIGNATURE, "sha256=" + signature(secret, body));
        }
        int status = answer(request.build()).statusCode();
        if (status < 200 || status > 299) {
            throw new NotSent(
                    status >= 300 && status <= 399
                            ? "It answered with status %d, a redirect, which is not followed: set the address that it leads to."
                                    .formatted(status)
                            : "It answered with status %d.".formatted(status));
        }
    }

    private HttpResponse<Void> answer(HttpRequest request) {
        CompletableFuture<HttpResponse<Void>> coming = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return coming.get(ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException broken) {
            Throwable why = Objects.requireNonNullElse(broken.getCause(), broken);
            throw new NotSent(
                    "It could not be reached (%s).".formatted(why.getClass().getSimpleName()));
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw new NotSent("It did not answer within %d seconds.".formatted(ANSWERS_WITHIN.toSeconds()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            coming.cancel(true);
            throw new NotSent("The program ends.");
        }
    }

    private static String signature(Secret secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", impossible);
        }
    }
}
