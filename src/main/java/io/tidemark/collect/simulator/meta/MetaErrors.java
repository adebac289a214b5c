package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import java.util.Collection;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Errors as Graph writes them.
final class MetaErrors {
    private MetaErrors() {}

    static Answer of(int code, int subcode, String message) {
        return of(400, code, subcode, message, "");
    }

    static Answer of(int status, int code, int subcode, String message, String title) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode error = json.putObject("error");
        error.put("message", message).put("type", "OAuthException").put("code", code);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        if (!title.isEmpty()) {
            error.put("error_user_title", title);
        }
        error.put("is_transient", false).put("fbtrace_id", "Atrace");
        return Answer.json(status, json.toString());
    }

    static Answer badToken() {
        return of(190, 0, "Invalid OAuth access token - Cannot parse access token");
    }

    static Answer missing(String id) {
        return of(
                100,
                33,
                "Unsupported get request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions, or does not support this operation."
                        .formatted(id));
    }

    static Answer aliasMissing(String id) {
        return of(404, 803, 0, "(#803) Some of the aliases you requested do not exist: " + id, "");
    }

    static Answer badMetric(int place, Collection<String> known) {
        return of(
                100,
                0,
                "(#100) metric[%d] must be one of the following values: %s".formatted(place, String.join(", ", known)));
    }

    static Answer badField(String name) {
        return of(100, 0, "(#100) Tried accessing nonexisting field (%s)".formatted(name));
    }

    /// @throws MetaRefusal where a field is asked for that there is not
    static void check(MetaFields fields, Set<String> known) {
        fields.asked().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new MetaRefusal(badField(name));
                });
    }

    static Answer permission(String scope) {
        return of(403, 200, 0, "(#200) Requires %s permission to manage the object.".formatted(scope), "");
    }

    static Answer tooLong(int days) {
        return of(100, 0, "(#100) There cannot be more than %d days between since and until".formatted(days));
    }

    static Answer tooMuch() {
        return of(500, 1, 0, "Please reduce the amount of data you're asking for, then retry your request", "");
    }
}
