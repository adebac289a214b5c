package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What answers of X mean that are no success.
final class XFaults {
    private static final Sentence NO_DATA =
            Sentence.of("x_without_data", "X answers without data and without saying why.");

    private static final int LONGEST = 500;
    private static final Set<String> OF_THE_APP = Set.of("invalid_client", "unauthorized_client", "invalid_scope");

    private XFaults() {}

    static @Nullable Fault of(ApiResponse response) {
        JsonNode body = response.body();
        if (response.status() / 100 == 2) {
            return body == null || !body.isObject() ? unreadable(response) : inSuccess(response.endpoint(), body);
        }
        JsonNode json = body == null ? MissingNode.getInstance() : body;
        if (json.path("error").isString()) {
            return ofSignIn(json);
        }
        Said said = Saying.answers("X", Integer.toString(response.status()), said(json));
        if (response.status() / 100 == 5) {
            return new Fault.Passing(said);
        }
        return switch (response.status()) {
            case 401 -> new Fault.TokenExpired(said);
            case 402 -> new Fault.QuotaSpent(said, null);
            case 429 -> tooMany(response, json, said);
            case 400 -> body == null ? unreadable(response) : badRequest(json, said);
            case 403 -> body == null ? unreadable(response) : forbidden(json, said);
            case 404 -> body == null ? unreadable(response) : new Fault.NotFound(said);
            default -> unreadable(response);
        };
    }

    /// An answer to one question that holds nothing but what stands in the way. Of several posts that were asked for,
    /// each has its own.
    private static @Nullable Fault inSuccess(String endpoint, JsonNode body) {
        if (!XCalls.READING.contains(endpoint) || body.hasNonNull("data") || body.hasNonNull("meta")) {
            return null;
        }
        if (body.path("errors").isEmpty()) {
            return new Fault.Unreadable(NO_DATA.said());
        }
        if (endpoint.equals(XCalls.LOOKUP)) {
            return null;
        }
        XProblem problem = XProblem.of(body.path("errors").path(0));
        Said said = Saying.says("X", problem.said());
        return switch (problem.kind()) {
            case "resource-not-found" -> new Fault.NotFound(said);
            case "resource-unavailable", "internal-error", "field-hydration-failure" -> new Fault.Passing(said);
            default -> new Fault.NotPermitted(said);
        };
    }

    private static Fault ofSignIn(JsonNode json) {
        String error = json.path("error").asString("");
        Said said = Saying.refusesSignIn(
                "X", (error + " " + json.path("error_description").asString("")).strip());
        return OF_THE_APP.contains(error) ? new Fault.Misconfigured(said) : new Fault.SignInGone(said);
    }

    private static Fault tooMany(ApiResponse response, JsonNode json, Said said) {
        return XProblem.of(json).kind().equals("usage-capped")
                ? new Fault.QuotaSpent(said, XLimits.retryAfter(response))
                : new Fault.RateLimited(said, Fault.Scope.ENDPOINT, until(response));
    }

    private static @Nullable Instant until(ApiResponse response) {
        Instant named = XLimits.retryAfter(response);
        return named != null ? named : XLimits.resetsAt(response);
    }

    private static Fault badRequest(JsonNode json, Said said) {
        Set<String> values = json.path("errors")
                .valueStream()
                .flatMap(error -> error.path("parameters").valueStream())
                .flatMap(JsonNode::valueStream)
                .map(value -> value.asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
        values.retainAll(Groups.KNOWN);
        if (!values.isEmpty()) {
            return new Fault.MetricRefused(said, values);
        }
        boolean ofIds = json.path("errors")
                .valueStream()
                .anyMatch(error -> error.path("parameters").has("ids"));
        return ofIds ? new Fault.BatchRefused(said) : new Fault.Misconfigured(said);
    }

    private static Fault forbidden(JsonNode json, Said said) {
        return json.path("reason").asString("").equals("client-not-enrolled")
                ? new Fault.Misconfigured(said)
                : new Fault.NotPermitted(said);
    }

    /// The problem itself, and what it says of parameters.
    private static String said(JsonNode json) {
        Stream<String> whole = Stream.of(XProblem.of(json).said());
        Stream<String> parts =
                json.path("errors").valueStream().map(XProblem::of).map(XProblem::said);
        Stream<String> reasons = Stream.of(Numbers.id(json.path("reason")));
        String text = Stream.of(whole, reasons, parts)
                .flatMap(texts -> texts)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static Fault unreadable(ApiResponse response) {
        return new Fault.Unreadable(Saying.notItsApi("X", response.status()));
    }
}
