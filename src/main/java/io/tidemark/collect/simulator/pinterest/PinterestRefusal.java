package io.tidemark.collect.simulator.pinterest;

import io.tidemark.collect.simulator.Answer;
import tools.jackson.databind.node.JsonNodeFactory;

/// A call is answered with an error, wherever that was found out.
final class PinterestRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    PinterestRefusal(int status, int code, String message) {
        super(message, null, false, false);
        answer = Answer.json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("code", code)
                        .put("message", message)
                        .toString());
    }

    static PinterestRefusal token() {
        return new PinterestRefusal(401, 2, "Authentication failed.");
    }

    static PinterestRefusal notPermitted(String what) {
        return new PinterestRefusal(403, 29, "You are not permitted to access that resource: " + what);
    }

    static PinterestRefusal badParameter(String message) {
        return new PinterestRefusal(400, 1, message);
    }

    static PinterestRefusal pinNotFound() {
        return new PinterestRefusal(404, 50, "Pin not found.");
    }

    static PinterestRefusal limit() {
        return new PinterestRefusal(429, 8, "This request exceeded a rate limit.");
    }

    Answer answer() {
        return answer;
    }
}
