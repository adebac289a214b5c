package io.tidemark.collect.simulator.mastodon;

import io.tidemark.collect.simulator.Answer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a server answers that does not do what it is asked for.
final class Refused {
    private Refused() {}

    static Answer api(int status, String error) {
        return Answer.json(
                status,
                JsonNodeFactory.instance.objectNode().put("error", error).toString());
    }

    static Answer notFound() {
        return api(404, "Record not found");
    }

    static Answer oauth(int status, String error, String description) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return Answer.json(
                status,
                json.put("error", error).put("error_description", description).toString());
    }

    static Answer unknownClient() {
        return oauth(
                401,
                "invalid_client",
                "Client authentication failed due to unknown client, no client authentication included, or unsupported"
                        + " authentication method.");
    }

    static Answer badGrant() {
        return oauth(
                400,
                "invalid_grant",
                "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used"
                        + " in the authorization request, or was issued to another client.");
    }
}
