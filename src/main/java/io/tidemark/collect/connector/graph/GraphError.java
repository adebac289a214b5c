package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.Saying;
import io.tidemark.words.Said;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// An error as Meta tells it.
///
/// @param said for a person, without tokens
/// @param subcode 0 where there is none
/// @param passing whether Meta says that it passes
record GraphError(int code, int subcode, Said said, boolean passing) {
    /// Meta repeats a token that it cannot read. Long words with a digit are tokens; names of metrics have none.
    private static final Pattern TOKEN = Pattern.compile("(?=[A-Za-z_-]*\\d)[A-Za-z0-9_-]{24,}");

    /// @param body of Graph (`error` and all in it) or of Instagram's sign-in (`error_message`)
    static GraphError of(String name, JsonNode body) {
        JsonNode error = body.path("error");
        if (!error.isObject()) {
            String message = body.path("error_message").asString(error.asString(""));
            return new GraphError(body.path("code").asInt(0), 0, said(name, message, ""), false);
        }
        return new GraphError(
                error.path("code").asInt(0),
                error.path("error_subcode").asInt(0),
                said(
                        name,
                        error.path("message").asString(""),
                        error.path("error_user_title").asString("")),
                error.path("is_transient").asBoolean(false));
    }

    private static Said said(String name, String message, String title) {
        String whole = title.isEmpty() ? message : message + " (" + title + ")";
        return Saying.says(name, TOKEN.matcher(whole).replaceAll("(secret)"));
    }
}
