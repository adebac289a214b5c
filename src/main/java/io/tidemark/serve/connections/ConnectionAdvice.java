package io.tidemark.serve.connections;

import io.tidemark.collect.connection.NotOffered;
import io.tidemark.collect.connection.SignInFailed;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.serve.http.Problem;
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
    @ExceptionHandler
    ResponseEntity<Object> onCallFailed(CallFailed failed) {
        String said = failed.fault().said();
        Problem problem = switch (failed.fault()) {
            case Fault.SignInGone ignored -> conflict("sign_in_again", "Sign in with the platform again. " + said);
            case Fault.TokenExpired ignored -> conflict("sign_in_again", "Sign in with the platform again. " + said);
            case Fault.NotPermitted ignored ->
                conflict("not_permitted", "Sign in again and agree to all that is asked for. " + said);
            case Fault.Misconfigured ignored ->
                conflict("platform_misconfigured", "Whoever runs the server must mend the platform's app. " + said);
            case Fault.RateLimited ignored -> unavailable("platform_limit", said);
            case Fault.QuotaSpent ignored -> unavailable("platform_limit", said);
            default -> unavailable("platform_unavailable", said);
        };
        return problem.response();
    }

    @ExceptionHandler
    ResponseEntity<Object> onNotOffered(NotOffered refused) {
        return conflict("account_not_offered", String.valueOf(refused.getMessage()))
                .with("external_id", refused.externalId())
                .response();
    }

    /// Before a person was sent anywhere.
    @ExceptionHandler
    ResponseEntity<Object> onSignInFailed(SignInFailed failed) {
        return conflict("login_" + failed.reason().key(), String.valueOf(failed.getMessage()))
                .response();
    }

    private static Problem conflict(String code, String detail) {
        return Problem.of(HttpStatus.CONFLICT, code, detail);
    }

    private static Problem unavailable(String code, String said) {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, code, "The platform does not answer now: try again later. " + said);
    }
}
