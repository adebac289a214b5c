package io.tidemark.collect.simulator.bluesky;

import io.tidemark.collect.simulator.Answer;
import tools.jackson.databind.node.JsonNodeFactory;

/// A call that Bluesky does not answer as it was hoped.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refused(int status, String error, String message) {
        super(message);
        answer = Answer.json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error", error)
                        .put("message", message)
                        .toString());
    }

    Refused(Answer answer) {
        super("refused");
        this.answer = answer;
    }

    /// A call that makes no sense.
    static Refused request(String message) {
        return new Refused(400, "InvalidRequest", message);
    }

    Answer answer() {
        return answer;
    }
}
