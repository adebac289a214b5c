package io.tidemark.collect.simulator.tiktok;

import io.tidemark.collect.simulator.Answer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A call that TikTok does not answer as it was hoped.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String LOG = "2026112612000000000000000000000001";

    private final transient Answer answer;

    private Refused(Answer answer) {
        super(answer.body());
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    /// By the Display API.
    static Refused display(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data");
        body.putObject("error").put("code", code).put("message", message).put("log_id", LOG);
        return new Refused(Answer.json(status, body.toString()));
    }

    /// By the Accounts API, whose status is always the same.
    static Refused business(int code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("code", code).put("message", message).put("request_id", LOG);
        body.putObject("data");
        return new Refused(Answer.json(body.toString()));
    }

    /// Where tokens of the Display API are got.
    static Refused grant(String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error).put("error_description", description).put("log_id", LOG);
        return new Refused(Answer.json(400, body.toString()));
    }
}
