package io.tidemark.collect.connection;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What a platform answers where tokens are got: RFC 6749, and the way Meta says the same.
///
/// @param sent what stood in the call, none of which may be told to anybody
record TokenAnswer(ApiResponse response, Set<String> sent) {
    private static final Sentence NO_JSON = Sentence.of("sign_in_no_json", "The platform's answer is not JSON.");
    private static final Sentence STATUS =
            Sentence.of("platform_status", "The platform answered with status {status}.");

    /// What is wrong with the app and not with who signs in.
    private static final Set<String> OF_THE_APP = Set.of(
            "invalid_client",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "invalid_redirect_uri",
            "redirect_uri_mismatch",
            "invalid_client_metadata",
            "invalid_dpop_proof");

    /// Meta: an unknown app, a wrong redirect. Of a wrong secret only its sentence speaks.
    private static final Set<String> META_OF_THE_APP = Set.of("101", "191");

    /// Meta: something passing, too many calls.
    private static final Set<String> META_PASSING = Set.of("2", "4", "17", "32", "613");

    /// Something passing or too many calls, by platforms that say so with a status of a refusal.
    private static final Set<String> PASSING = Set.of(
            "server_error", "temporarily_unavailable", "internal_error", "rate_limit_exceeded", "use_dpop_nonce");

    /// Statuses with which the code or the token is refused: also 200, with an error in the body.
    private static final Set<Integer> OF_THE_PERSON = Set.of(200, 400, 401);

    private static final int SHORTEST_SECRET = 6;
    private static final int LONGEST_SENTENCE = 300;
    /// Created: a request that was laid before a platform (RFC 9126).
    private static final Set<Integer> FINE = Set.of(200, 201);

    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    /// Empty where there is a usable answer.
    Optional<Fault> fault(Instant now) {
        JsonNode body = response.body();
        int status = response.status();
        if (status == TOO_MANY) {
            return Optional.of(new Fault.RateLimited(said(), Fault.Scope.APP, retryAt(now)));
        }
        if (status >= SERVER_FAULT) {
            return Optional.of(new Fault.Passing(said()));
        }
        if (!FINE.contains(status) || !node("error").isMissingNode()) {
            return Optional.of(refusal(status));
        }
        return body == null ? Optional.of(new Fault.Unreadable(NO_JSON.said())) : Optional.empty();
    }

    private Fault refusal(int status) {
        JsonNode error = node("error");
        String code = error.isObject() ? Numbers.id(error.path("code")) : error.asString("");
        if (META_PASSING.contains(code) || PASSING.contains(code)) {
            return new Fault.Passing(said());
        }
        if (OF_THE_APP.contains(code)
                || META_OF_THE_APP.contains(code)
                || said().english().contains("client secret")) {
            return new Fault.Misconfigured(said());
        }
        return OF_THE_PERSON.contains(status) ? new Fault.SignInGone(said()) : new Fault.Misconfigured(said());
    }

    private @Nullable Instant retryAt(Instant now) {
        return response.header("retry-after")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> now.plusSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    /// The platform's own sentence, without what was sent to it.
    private Said said() {
        JsonNode error = node("error");
        Optional<String> own = List.of(
                        node("error_description"), error.path("message"), node("error_message"), node("message"), error)
                .stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank())
                .findFirst();
        return own.map(words -> Saying.asItCame(plain(words))).orElseGet(() -> status(response.status()));
    }

    static Said status(int status) {
        return STATUS.said(Map.of("status", Value.name(Integer.toString(status))));
    }

    private String plain(String words) {
        String plain = words.replaceAll("\\p{Cntrl}+", " ").strip();
        List<String> longestFirst = sent.stream()
                .filter(text -> text.length() >= SHORTEST_SECRET)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String secret : longestFirst) {
            plain = plain.replace(secret, "(left out)");
        }
        return plain.length() <= LONGEST_SENTENCE ? plain : plain.substring(0, LONGEST_SENTENCE) + "…";
    }

    private JsonNode node(String name) {
        JsonNode body = response.body();
        return body == null ? MissingNode.getInstance() : body.path(name);
    }
}
