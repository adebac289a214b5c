package io.tidemark.serve.connections;

import io.tidemark.collect.connection.SignInFailed;
import io.tidemark.collect.connection.SignIns;
import io.tidemark.ledger.User;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/// The way back from signing in with a platform.
///
/// A browser that comes from a platform does not bring the session with it, since that cookie is for requests of our
/// own pages. So it is given a page that sends it here once more: that request is our own.
@Controller
final class SignInController {
    private static final String PAGE = "/dashboard/connections";
    private static final String ONCE_MORE = "once_more";
    private static final List<String> ANSWER = List.of("state", "code", "error", "iss");
    private static final int LONGEST = 4_000;
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ConnectionRequests requests;
    private final ConnectionDesk desk;

    SignInController(ConnectionRequests requests, ConnectionDesk desk) {
        this.requests = requests;
        this.desk = desk;
    }

    @GetMapping("/oauth/{login}/callback")
    ResponseEntity<String> arrive(
            @AuthenticationPrincipal @Nullable User caller, @PathVariable String login, HttpServletRequest request) {
        Map<String, String> answer = answer(request);
        if (caller == null) {
            return request.getParameter(ONCE_MORE) == null
                    ? onceMore(login, answer)
                    : toPage(null, "problem", "signed_out");
        }
        String state = answer.getOrDefault("state", "");
        try {
            SignIns.Arrival arrival = desk.finish(
                    traveller(caller, requests, request),
                    login,
                    new SignIns.Answer(state, answer.get("code"), answer.get("error"), answer.get("iss")));
            return toPage(arrival.businessId(), "connection", Long.toString(arrival.connectionId()));
        } catch (SignInFailed failed) {
            return toPage(failed.businessId(), "problem", failed.reason().key());
        }
    }

    static SignIns.Traveller traveller(User caller, ConnectionRequests requests, HttpServletRequest request) {
        return new SignIns.Traveller(caller.id(), origin(request), business -> requests.maySee(caller, business));
    }

    /// Where the server was called, as the browser knows it.
    static String origin(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }

    private static ResponseEntity<String> toPage(@Nullable Long businessId, String name, String value) {
        URI page = UriComponentsBuilder.fromPath(PAGE)
                .queryParamIfPresent("business", Optional.ofNullable(businessId))
                .queryParam(name, value)
                .build()
                .toUri();
        return ResponseEntity.status(HttpStatus.FOUND).location(page).build();
    }

    private static ResponseEntity<String> onceMore(String login, Map<String, String> answer) {
        UriComponentsBuilder here = UriComponentsBuilder.fromPath("/oauth/{login}/callback");
        answer.keySet().forEach(name -> here.queryParam(name, "{" + name + "}"));
        here.queryParam(ONCE_MORE, 1);
        Map<String, Object> values = new LinkedHashMap<>(answer);
        values.put("login", login);
        String address =
                HtmlUtils.htmlEscape(here.encode().buildAndExpand(values).toUriString());
        return ResponseEntity.ok().contentType(HTML).body("""
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta http-equiv="refresh" content="0;url=%1$s">
                <title>Back to Tidemark</title>
                <p><a href="%1$s">Go on to Tidemark</a></p>
                """.formatted(address));
    }

    /// What the platform has sent, without what is longer than anything it sends.
    private static Map<String, String> answer(HttpServletRequest request) {
        Map<String, String> answer = new LinkedHashMap<>();
        for (String name : ANSWER) {
            String value = request.getParameter(name);
            if (value != null && !value.isEmpty() && value.length() <= LONGEST) {
                answer.put(name, value);
            }
        }
        return answer;
    }
}
