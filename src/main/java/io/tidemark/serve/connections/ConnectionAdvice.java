package io.tidemark.serve.connections;

import io.tidemark.collect.connection.NotOffered;
import io.tidemark.collect.connection.SignInFailed;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What platforms refuse, as problems.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConnectionAdvice {
    private static final Sentence SIGN_IN_AGAIN =
            Sentence.of("platform_sign_in_again", "Sign in with the platform again. {words}");
    private static final Sentence AGREE_TO_ALL =
            Sentence.of("platform_agree_to_all", "Sign in again and agree to all that is asked for. {words}");
    private static final Sentence MEND_THE_APP =
            Sentence.of("platform_mend_the_app", "Whoever runs the server must mend the platform's app. {words}");
    private static final Sentence NO_ANSWER =
            Sentence.of("platform_no_answer", "The platform does not answer now: try again later. {words}");

    @ExceptionHandler
    ResponseEntity<Object> onCallFailed(CallFailed failed) {
        Said said = failed.fault().said();
        Problem problem = switch (failed.fault()) {
            case Fault.SignInGone ignored -> conflict("sign_in_again", SIGN_IN_AGAIN, said);
            case Fault.TokenExpired ignored -> conflict("sign_in_again", SIGN_IN_AGAIN, said);
            case Fault.NotPermitted ignored -> conflict("not_permitted", AGREE_TO_ALL, said);
            case Fault.Misconfigured ignored -> conflict("platform_misconfigured", MEND_THE_APP, said);
            case Fault.RateLimited ignored -> unavailable("platform_limit", said);
            case Fault.QuotaSpent ignored -> unavailable("platform_limit", said);
            default -> unavailable("platform_unavailable", said);
        };
        return problem.response();
    }

    @ExceptionHandler
    ResponseEntity<Object> onNotOffered(NotOffered refused) {
        return conflict("account_not_offered", refused.said())
                .with("external_id", refused.externalId())
                .response();
    }

    /// Before a person was sent anywhere.
    @ExceptionHandler
    ResponseEntity<Object> onSignInFailed(SignInFailed failed) {
        return conflict("login_" + failed.reason().key(), failed.said()).response();
    }

    /// @param advice has a place for the words
    private static Problem conflict(String code, Sentence advice, Said words) {
        return conflict(code, advice.said(Map.of("words", Value.clause(words))));
    }

    private static Problem conflict(String code, Said detail) {
        return Problem.of(HttpStatus.CONFLICT, code, detail);
    }

    private static Problem unavailable(String code, Said words) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, NO_ANSWER.said(Map.of("words", Value.clause(words))));
    }
}
