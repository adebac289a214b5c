package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What answers of Meta mean that are no success. The code in the body decides, not the status.
public final class GraphFaults {
    private static final Sentence TOO_FEW = Sentence.of(
            "instagram_story_too_few", "Too few people have seen a story for Instagram to tell its numbers.");
    private static final Sentence TOO_OLD = Sentence.of(
            "instagram_post_too_old",
            "A post is older than the account's being a professional one: Instagram tells no numbers of it.");

    /// A story that too few have seen. That is no matter of permission, though it comes with the code of one.
    public static final Fault FEW_VIEWERS = new Fault.BatchRefused(TOO_FEW.said());

    /// A post from the time when its account was a private one.
    public static final Fault BEFORE_CONVERSION = new Fault.BatchRefused(TOO_OLD.said());

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final String name;
    private final InstantSource clock;

    /// @param name of the platform, for a person
    public GraphFaults(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    /// Null where all is well.
    public @Nullable Fault of(ApiResponse response) {
        JsonNode body = response.body();
        if (body == null) {
            return withoutBody(response);
        }
        if (body.has("error") || body.has("error_message")) {
            return of(GraphError.of(name, body), response);
        }
        return response.status() < 400 ? null : withoutBody(response);
    }

    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return GraphUsage.allowances(response, now);
    }

    private Fault withoutBody(ApiResponse response) {
        Said said = Saying.answers(name, Integer.toString(response.status()), "");
        if (response.status() == TOO_MANY_REQUESTS) {
            return limited(said, Fault.Scope.ACCOUNT, response);
        }
        return response.status() >= SERVER_ERRORS ? new Fault.Passing(said) : new Fault.Unreadable(said);
    }

    private Fault of(GraphError error, ApiResponse response) {
        String message = error.said().english().toLowerCase(Locale.ROOT);
        if (message.contains("reduce the amount of data")) {
            return new Fault.TooMuch(error.said());
        }
        if (message.contains("not enough viewers")) {
            return FEW_VIEWERS;
        }
        if (error.subcode() == 2_108_006 || message.contains("before business account conversion")) {
            return BEFORE_CONVERSION;
        }
        if (message.contains("client secret")
                || message.contains("client_secret")
                || message.contains("validating application")
                || message.contains("app not active")
                || message.contains("invalid platform app")
                || message.contains("redirect_uri")) {
            return new Fault.Misconfigured(error.said());
        }
        return byCode(error, message, response);
    }

    private Fault byCode(GraphError error, String message, ApiResponse response) {
        Said said = error.said();
        int code = error.code();
        if (code >= 200 && code <= 299) {
            return new Fault.NotPermitted(said);
        }
        if (code >= 80_000 && code <= 80_014) {
            return limited(said, Fault.Scope.ACCOUNT, response);
        }
        return switch (code) {
            case 190 ->
                error.subcode() == 463 || message.contains("expired")
                        ? new Fault.TokenExpired(said)
                        : new Fault.SignInGone(said);
            // 400 is what Instagram's sign-in says of a code.
            case 102, 400 -> new Fault.SignInGone(said);
            case 3, 10 -> new Fault.NotPermitted(said);
            case 4 -> limited(said, Fault.Scope.APP, response);
            case 17, 32, 341, 368, 613 -> limited(said, Fault.Scope.ACCOUNT, response);
            case 803 -> new Fault.BatchRefused(said);
            case 100 -> badParameter(error, message);
            case 12, 101, 191, 3001 -> new Fault.Misconfigured(said);
            case 1, 2 -> new Fault.Passing(said);
            default ->
                error.passing() || response.status() >= SERVER_ERRORS
                        ? new Fault.Passing(said)
                        : new Fault.Unreadable(said);
        };
    }

    private static Fault badParameter(GraphError error, String message) {
        Said said = error.said();
        return switch (error.subcode()) {
            case 33 -> new Fault.NotFound(said);
            // The code of a sign-in ran out, or was redeemed before.
            case 36_007, 36_009 -> new Fault.SignInGone(said);
            default -> {
                if (message.contains("unsupported get request") || message.contains("does not exist")) {
                    yield new Fault.NotFound(said);
                }
                yield message.contains("metric")
                        ? new Fault.MetricRefused(said, Set.of())
                        : new Fault.Misconfigured(said);
            }
        };
    }

    private Fault limited(Said said, Fault.Scope scope, ApiResponse response) {
        return new Fault.RateLimited(said, scope, GraphUsage.until(response, clock.instant()));
    }
}
