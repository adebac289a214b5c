package io.tidemark.serve.http;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An answer that says what went wrong, as RFC 9457 has it.
///
/// @param code stable name of the kind of problem, which programs may rely on
/// @param detail what was wrong and what to do; the body has what it is made from beside it
/// @param members what else helps, such as the parameter
public record Problem(HttpStatus status, String code, Said detail, Map<String, Object> members) {
    private static final Sentence NOT_SIGNED_IN = Sentence.of(
            "not_signed_in", "Sign in, or send a token that has not expired in the header 'Authorization: Bearer …'.");
    private static final Sentence NO_BUSINESS = Sentence.of(
            "business_not_found", "There is no business {id} that you may see: GET /api/v1/businesses lists yours.");

    public Problem {
        members = Map.copyOf(members);
    }

    public static Problem of(HttpStatus status, String code, Said detail) {
        return new Problem(status, code, detail, Map.of());
    }

    public static Problem notSignedIn() {
        return of(HttpStatus.UNAUTHORIZED, "not_signed_in", NOT_SIGNED_IN.said());
    }

    /// Also for a business that exists but that the caller may not see: which of the two is not told.
    public static Problem businessNotFound(long businessId) {
        return of(HttpStatus.NOT_FOUND, "business_not_found", NO_BUSINESS.said(Map.of("id", Value.id(businessId))));
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, code, detail, more);
    }

    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail.english());
        body.put("detail" + Sentences.SAID, detail);
        body.put("code", code);
        members.keySet().stream().sorted().forEach(name -> body.put(name, members.get(name)));
        return body;
    }

    public ResponseEntity<Object> response() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body());
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }
}
