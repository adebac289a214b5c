package io.tidemark.serve.report;

import io.tidemark.ledger.Report;
import io.tidemark.ledger.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/// What the panels of a report say when nobody asks over HTTP: to the endpoints, that a user does.
final class ReportPress {
    private final ReportDesk desk;
    private final ReportAnswers answers;
    private final JsonMapper json;

    ReportPress(ReportDesk desk, ReportAnswers answers, JsonMapper json) {
        this.desk = desk;
        this.answers = answers;
        this.json = json;
    }

    /// As a closed report keeps them.
    ///
    /// @throws io.tidemark.serve.http.ProblemException whatever an endpoint refuses
    String answers(User caller, Report report) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return json.writeValueAsString(answers.of(
                    caller,
                    report,
                    desk.sections(report),
                    nothing(HttpServletRequest.class),
                    nothing(HttpServletResponse.class)));
        } catch (RuntimeException problem) {
            throw problem;
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /// A request without any headers, and a response that nobody reads.
    private static <T> T nothing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> nothing(method)));
    }

    private static @Nullable Object nothing(Method method) {
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == Enumeration.class ? Collections.emptyEnumeration() : null;
    }
}
