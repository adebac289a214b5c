package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Numbers;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What X says is wrong with something that was asked for, also beside an answer that is otherwise good.
///
/// @param kind last part of its type: `resource-not-found`; empty where it has none
/// @param about id of the resource; empty where it names none
/// @param field that could not be told, in either spelling; empty where it is not about one
/// @param said for a person
record XProblem(String kind, String about, String field, String said) {
    private static final Set<String> OF_FIELDS =
            Set.of("not-authorized-for-field", "field-unauthorized", "field-hydration-failure");

    static XProblem of(JsonNode json) {
        String type = json.path("type").asString("");
        String resource = Numbers.id(json.path("resource_id"));
        return new XProblem(
                type.substring(type.lastIndexOf('/') + 1),
                resource.isEmpty() ? Numbers.id(json.path("value")) : resource,
                json.path("field").asString(""),
                said(json));
    }

    /// Those beside an answer.
    static List<XProblem> in(JsonNode answer) {
        return answer.path("errors").valueStream().map(XProblem::of).toList();
    }

    boolean isNotFound() {
        return kind.equals("resource-not-found");
    }

    boolean isOfField() {
        return OF_FIELDS.contains(kind);
    }

    /// The author's numbers are refused, rather than lost on the way.
    boolean refusesField() {
        return isOfField() && !kind.equals("field-hydration-failure");
    }

    /// Title and detail, with the messages about parameters.
    private static String said(JsonNode json) {
        String title = json.path("title").asString("");
        String detail = json.path("detail").asString(json.path("message").asString(""));
        return title.isEmpty() || title.equals(detail) ? detail : detail.isEmpty() ? title : title + ": " + detail;
    }
}
