package io.tidemark.collect.simulator.x;

import io.tidemark.collect.simulator.Answer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// X's refusals.
final class XProblems {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TYPES = "https://api.x.com/2/problems/";

    private XProblems() {}

    static Answer unauthorized() {
        return answer(401, problem("about:blank", "Unauthorized", "Unauthorized"));
    }

    static Answer noCredits() {
        return answer(
                402,
                problem(
                        TYPES + "credits",
                        "CreditsDepleted",
                        "Your enrolled account does not have any credits to fulfill this request."));
    }

    static Answer notEnrolled() {
        ObjectNode problem = problem(
                TYPES + "client-forbidden",
                "Client Forbidden",
                "When authenticating requests to the X API v2 endpoints, you must use keys and tokens from an App that is attached to a Project.");
        problem.put("reason", "client-not-enrolled");
        return answer(403, problem);
    }

    static Answer capped() {
        ObjectNode problem =
                problem(TYPES + "usage-capped", "UsageCapExceeded", "Usage cap exceeded: Monthly product cap");
        problem.put("period", "Monthly").put("scope", "Product");
        return answer(429, problem);
    }

    /// @param former in the shape of the API before
    static Answer tooMany(boolean former) {
        if (!former) {
            return answer(429, problem(TYPES + "rate-limit-exceeded", "Too Many Requests", "Too Many Requests"));
        }
        ObjectNode body = JSON.objectNode();
        body.putArray("errors").addObject().put("code", 88).put("message", "Rate limit exceeded");
        return Answer.json(429, body.toString());
    }

    static Answer notFound() {
        return answer(404, problem("about:blank", "Not Found", "Not Found"));
    }

    /// A parameter that X does not know, or a value that it does not take.
    static Answer badParameter(String name, List<String> values, String message) {
        ObjectNode problem = problem(
                TYPES + "invalid-request", "Invalid Request", "One or more parameters to your request was invalid.");
        ObjectNode error = problem.putArray("errors").addObject().put("message", message);
        values.forEach(error.putObject("parameters").putArray(name)::add);
        return answer(400, problem);
    }

    static ObjectNode missing(String id) {
        return of("resource-not-found", "Not Found Error", "Could not find tweet with ids: [" + id + "].", "ids", id);
    }

    static ObjectNode hidden(String parameter, String id) {
        return of(
                "not-authorized-for-resource",
                "Authorization Error",
                "Sorry, you are not authorized to see the " + (parameter.equals("ids") ? "Tweet" : "user") + " with "
                        + parameter + ": [" + id + "].",
                parameter,
                id);
    }

    static ObjectNode field(String id, String field) {
        ObjectNode problem = problem(
                TYPES + "not-authorized-for-field",
                "Field Authorization Error",
                "Sorry, you are not authorized to access '" + field + "' on the Tweet.");
        return problem.put("resource_id", id)
                .put("resource_type", "tweet")
                .put("field", field)
                .put("section", "data");
    }

    private static ObjectNode of(String kind, String title, String detail, String parameter, String id) {
        return problem(TYPES + kind, title, detail)
                .put("resource_id", id)
                .put("resource_type", parameter.equals("ids") ? "tweet" : "user")
                .put("parameter", parameter)
                .put("value", id);
    }

    private static ObjectNode problem(String type, String title, String detail) {
        return JSON.objectNode().put("type", type).put("title", title).put("detail", detail);
    }

    private static Answer answer(int status, ObjectNode problem) {
        problem.put("status", status);
        return new Answer(status, "application/problem+json", problem.toString(), Map.of());
    }
}
