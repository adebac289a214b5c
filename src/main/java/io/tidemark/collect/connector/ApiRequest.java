package io.tidemark.collect.connector;

import io.tidemark.words.Sentence;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One reading call.
///
/// @param endpoint stable name of what is called, by which limits, prices and statistics are kept: `GET /2/tweets`
/// @param target path and query below the platform's base address, percent-encoded as the platform wants it; or a whole
///     address, for those that answer from another host of theirs
/// @param headers besides `Authorization`
/// @param resources how many billed resources the answer may hold; null where calls alone are counted
/// @param token sent instead of the sign-in's own: that of a page
/// @param body JSON that is posted, in which [#TOKEN] stands for the token; empty where a call is posted that says no
///     more; null where nothing is posted
/// @param tokenHeader the header that holds the token and nothing else; null where it is `Authorization`
public record ApiRequest(
        String endpoint,
        String target,
        Map<String, String> headers,
        @Nullable Integer resources,
        @Nullable Secret token,
        @Nullable String body,
        @Nullable String tokenHeader) {
    private static final Sentence UNSENDABLE = Sentence.of(
            "call_unsendable",
            "The call cannot be made: its address or its token holds a character that none may hold.");

    /// Stands for the token in what is posted, so that what is asked for can be kept.
    public static final String TOKEN = "(token)";

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    public static ApiRequest get(String endpoint, String target) {
        return new ApiRequest(endpoint, target, Map.of(), null, null, null, null);
    }

    public ApiRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiRequest(endpoint, target, more, resources, token, body, tokenHeader);
    }

    public ApiRequest resources(int count) {
        return new ApiRequest(endpoint, target, headers, count, token, body, tokenHeader);
    }

    public ApiRequest token(@Nullable Secret other) {
        return new ApiRequest(endpoint, target, headers, resources, other, body, tokenHeader);
    }

    /// A reading call that posts what it asks for.
    public ApiRequest posting(String json) {
        return new ApiRequest(endpoint, target, headers, resources, token, json, tokenHeader);
    }

    public ApiRequest tokenIn(String header) {
        return new ApiRequest(endpoint, target, headers, resources, token, body, header);
    }

    /// All that tells it from another call of the endpoint.
    public String asked() {
        return body == null ? target : target + " " + body;
    }

    /// The whole address.
    ///
    /// @param base the platform's address, without a slash at the end
    /// @throws CallFailed where it is none
    public URI address(URI base) {
        boolean whole = target.startsWith("http://") || target.startsWith("https://");
        try {
            return URI.create(whole ? target : base + target);
        } catch (IllegalArgumentException malformed) {
            throw unsendable();
        }
    }

    /// As it is sent with a token that is enough by itself.
    ///
    /// @param base the platform's address, without a slash at the end
    /// @param bearer where the request has no token of its own
    /// @throws CallFailed where it cannot be sent
    public HttpRequest.Builder http(URI base, Secret bearer) {
        return http(base, new Credential.Bearer(bearer));
    }

    /// As it is sent, but for the proof of what is bound to a key.
    ///
    /// @param base the platform's address, without a slash at the end
    /// @param credential where the request has no token of its own
    /// @throws CallFailed where it cannot be sent; the cause, which repeats addresses and headers, is left
    ///     out
    HttpRequest.Builder http(URI base, Credential credential) {
        Credential by = credential(credential);
        Secret used = by.token();
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address(base));
            headers.forEach(request::header);
            if (!used.equals(Secret.NONE)) {
                request.header(
                        tokenHeader == null ? "Authorization" : tokenHeader,
                        tokenHeader == null ? scheme(by) + " " + used.value() : used.value());
            }
            if (body == null) {
                return request.GET();
            }
            return body.isEmpty()
                    ? request.POST(BodyPublishers.noBody())
                    : request.header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body.replace(TOKEN, used.value())));
        } catch (IllegalArgumentException malformed) {
            throw unsendable();
        }
    }

    /// A token of its own is enough by itself.
    Credential credential(Credential otherwise) {
        return token == null ? otherwise : new Credential.Bearer(token);
    }

    private static String scheme(Credential by) {
        return switch (by) {
            case Credential.Bearer _ -> "Bearer";
            case Credential.Bound _ -> "DPoP";
        };
    }

    private static CallFailed unsendable() {
        return new CallFailed(new Fault.Unreadable(UNSENDABLE.said()));
    }
}
