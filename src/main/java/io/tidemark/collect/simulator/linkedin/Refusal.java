package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.TokenBook;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A call that LinkedIn refuses, with what it says.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private Refusal(Answer answer) {
        super(answer.body());
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    static Refusal token(TokenBook.State state) {
        return switch (state) {
            case REVOKED ->
                of(401, 65601, "REVOKED_ACCESS_TOKEN", "The token used in the request has been revoked by the user");
            case EXPIRED -> of(401, 65602, "EXPIRED_ACCESS_TOKEN", "The token used in the request has expired");
            case UNKNOWN, GOOD -> of(401, 65600, "INVALID_ACCESS_TOKEN", "Invalid access token");
        };
    }

    static Refusal denied(String resource) {
        return of(403, 100, "ACCESS_DENIED", "Not enough permissions to access: " + resource);
    }

    /// A post of somebody else, or none, among those that were asked for.
    static Refusal foreign(String parameter, int index) {
        return new Refusal(Answer.json(
                403,
                json(403)
                        .put(
                                "message",
                                "Unpermitted fields present in PARAMETER: Data Processing Exception while processing fields [/%s[%d]]"
                                        .formatted(parameter, index))
                        .toString()));
    }

    static Refusal throttled() {
        return of(
                429, 101, "TOO_MANY_REQUESTS", "Resource level throttle limit for calls to this resource is reached.");
    }

    static Refusal version(String version) {
        return of(426, 0, "NONEXISTENT_VERSION", "Requested version " + version + " is not active");
    }

    static Refusal noVersion() {
        return of(400, 0, "VERSION_MISSING", "A version must be present.");
    }

    static Refusal badParameter(String what) {
        return of(400, 100, "ILLEGAL_ARGUMENT", what);
    }

    static Refusal missing(String what) {
        return of(404, 0, "RESOURCE_NOT_FOUND", what);
    }

    private static Refusal of(int status, int number, String code, String message) {
        ObjectNode json = json(status);
        if (number != 0) {
            json.put("serviceErrorCode", number);
        }
        return new Refusal(Answer.json(
                status, json.put("code", code).put("message", message).toString()));
    }

    private static ObjectNode json(int status) {
        return JsonNodeFactory.instance.objectNode().put("status", status);
    }
}
