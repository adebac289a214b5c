package io.tidemark.collect.simulator.youtube;

import io.tidemark.collect.simulator.Answer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A call that Google refuses, with what it says.
final class GoogleRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private GoogleRefusal(Answer answer) {
        super(answer.body());
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    static GoogleRefusal token() {
        return of(
                401,
                "global",
                "authError",
                "Request had invalid authentication credentials. Expected OAuth 2 access token.");
    }

    static GoogleRefusal quota() {
        return of(
                403,
                "youtube.quota",
                "quotaExceeded",
                "The request cannot be completed because you have exceeded your <a href=\"/youtube/v3\">quota</a>.");
    }

    static GoogleRefusal tooFast() {
        return of(403, "usageLimits", "rateLimitExceeded", "Rate Limit Exceeded");
    }

    static GoogleRefusal notConfigured() {
        return of(
                403,
                "usageLimits",
                "accessNotConfigured",
                "YouTube Data API v3 has not been used in project 1 before or it is disabled.");
    }

    static GoogleRefusal scope() {
        return of(
                403,
                "global",
                "insufficientPermissions",
                "Insufficient Permission: Request had insufficient authentication scopes.");
    }

    static GoogleRefusal forbidden() {
        return of(403, "global", "forbidden", "Forbidden");
    }

    static GoogleRefusal missing(String reason, String what) {
        return of(404, "youtube." + reason, reason, what);
    }

    static GoogleRefusal bad(String reason, String what) {
        return of(400, "global", reason, what);
    }

    private static GoogleRefusal of(int status, String domain, String reason, String message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode error = json.putObject("error").put("code", status).put("message", message);
        error.putArray("errors")
                .addObject()
                .put("message", message)
                .put("domain", domain)
                .put("reason", reason);
        return new GoogleRefusal(Answer.json(status, json.toString()));
    }
}
