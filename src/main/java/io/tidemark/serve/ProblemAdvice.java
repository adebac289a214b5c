package io.tidemark.serve;

import io.tidemark.analytics.BadQuery;
import io.tidemark.serve.export.BrokenExport;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Turns whatever ends a request early into a problem. What nobody foresaw is logged under an id, and the answer
/// tells the id and nothing else.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Sentence BAD_MULTIPART = Sentence.of(
            "bad_multipart", "The upload could not be read: send multipart/form-data with a part named file.");
    private static final Sentence NOTHING_HERE =
            Sentence.of("nothing_at_address", "There is nothing at this address: /v3/api-docs lists what there is.");
    private static final Sentence OTHER_METHODS = Sentence.of(
            "method_not_allowed",
            "This address does not answer to this method: /v3/api-docs lists what it answers to.");
    private static final Sentence JSON_NOT_ACCEPTED =
            Sentence.of("json_not_accepted", "The answer is JSON, which the header Accept does not allow.");
    private static final Sentence OTHER_TYPES = Sentence.of(
            "type_not_understood", "The body is of a type that is not understood here: /v3/api-docs tells which is.");
    private static final Sentence REQUEST_UNREADABLE = Sentence.of(
            "request_unreadable", "The request could not be read: /v3/api-docs tells what it should look like.");
    private static final Sentence REQUEST_FAILED = Sentence.of("request_failed", "The request failed: {status}.");
    private static final Sentence INTERNAL_ERROR =
            Sentence.of("internal_error", "Something went wrong on our side: look for {id} in the server's log.");
    private static final Sentence FILE_TOO_LARGE = Sentence.of(
            "file_too_large",
            "The file is larger than the {limit} MB that this server takes: raise --upload-limit, or use 'tidemark import' on"
                    + " the server.");

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ServerSettings settings;

    ProblemAdvice(ServerSettings settings) {
        this.settings = settings;
    }

    @ExceptionHandler
    ResponseEntity<Object> onProblem(ProblemException problem) {
        return problem.problem().response();
    }

    @ExceptionHandler
    ResponseEntity<Object> onBadQuery(BadQuery bad) {
        return Parameters.refusal(bad).problem().response();
    }

    @ExceptionHandler
    ResponseEntity<Object> onMultipart(MultipartException problem) {
        if (problem instanceof MaxUploadSizeExceededException) {
            return tooLarge();
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "bad_multipart", BAD_MULTIPART.said())
                .response();
    }

    /// Its answer has begun, so there is no problem to tell: thrown on, it makes the web server cut the connection.
    @ExceptionHandler
    void onBrokenExport(BrokenExport broken) {
        throw broken;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onAnythingElse(Exception problem, HttpServletRequest request) {
        if (problem instanceof IOException && isGone(problem)) {
            LOG.debug("The caller of {} hung up", request.getRequestURI());
            return null;
        }
        String id = UUID.randomUUID().toString();
        LOG.error("problem={} method={} path={}", id, request.getMethod(), request.getRequestURI(), problem);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal_error",
                        INTERNAL_ERROR.said(Map.of("id", Value.name(id))))
                .with("problem_id", id)
                .response();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return tooLarge();
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception problem,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(statusCode.value());
        Problem answer = Problem.of(status, code(status), said(status));
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.body());
    }

    private ResponseEntity<Object> tooLarge() {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "file_too_large",
                        FILE_TOO_LARGE.said(Map.of(
                                "limit", Value.count(settings.uploadLimit().toMegabytes()))))
                .with("limit_bytes", settings.uploadLimit().toBytes())
                .response();
    }

    private static boolean isGone(Exception problem) {
        String name = problem.getClass().getSimpleName();
        return name.equals("ClientAbortException") || name.equals("AsyncRequestNotUsableException");
    }

    static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not_found";
            case METHOD_NOT_ALLOWED -> "method_not_allowed";
            case BAD_REQUEST -> "bad_request";
            default -> status.name().toLowerCase(Locale.ROOT);
        };
    }

    static Said said(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> NOTHING_HERE.said();
            case METHOD_NOT_ALLOWED -> OTHER_METHODS.said();
            case NOT_ACCEPTABLE -> JSON_NOT_ACCEPTED.said();
            case UNSUPPORTED_MEDIA_TYPE -> OTHER_TYPES.said();
            case BAD_REQUEST -> REQUEST_UNREADABLE.said();
            default -> REQUEST_FAILED.said(Map.of("status", Value.name(status.getReasonPhrase())));
        };
    }
}
