package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.JsonHttp;
import io.tidemark.collect.connector.Redaction;
import io.tidemark.collect.connector.Saying;
import io.tidemark.ledger.RawResponse;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Answers a call of a connector as it was answered before, in the same order, and nothing else.
final class StoredApi implements Api {
    private static final Sentence NOT_KEPT =
            Sentence.of("answer_not_kept", "No answer is kept to {request} as it is asked for now.");
    private static final Sentence NO_JSON = Sentence.of("kept_answer_no_json", "The answer is no JSON.");

    private static final Redaction REDACTION = new Redaction();

    private final Connector connector;
    private final List<RawResponse> answers;
    private int next;
    private @Nullable String unknown;

    StoredApi(Connector connector, List<RawResponse> answers) {
        this.connector = connector;
        this.answers = answers;
    }

    /// What was asked for and is not kept; null where everything is.
    @Nullable
    String unknown() {
        return unknown;
    }

    @Override
    public JsonNode call(ApiRequest request) {
        if (next == answers.size() || !isOf(request, answers.get(next))) {
            unknown = request.endpoint();
            throw new CallFailed(new Fault.Passing(NOT_KEPT.said(Map.of("request", Value.name(unknown)))));
        }
        RawResponse answer = answers.get(next++);
        String text = Deflated.text(answer.body());
        if (answer.status() == 0) {
            throw new CallFailed(new Fault.Passing(Saying.asItCame(text)));
        }
        ApiResponse response = new ApiResponse(answer.endpoint(), answer.status(), Map.of(), JsonHttp.json(text));
        Fault fault = connector.fault(response);
        if (fault != null) {
            throw new CallFailed(fault);
        }
        JsonNode body = response.body();
        if (body == null) {
            throw new CallFailed(new Fault.Unreadable(NO_JSON.said()));
        }
        return body;
    }

    /// When the call was made.
    @Override
    public Instant now() {
        return answers.getFirst().askedAt();
    }

    private static boolean isOf(ApiRequest request, RawResponse answer) {
        return request.endpoint().equals(answer.endpoint())
                && below(REDACTION.of(request.asked())).equals(below(answer.target()));
    }

    /// What is asked for, wherever the platform is reached and in whichever version.
    private static String below(String target) {
        return target.replaceFirst("^https?://[^/]+", "").replaceFirst("/v\\d+\\.\\d+(?=/)", "");
    }
}
