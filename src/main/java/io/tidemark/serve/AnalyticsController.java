package io.tidemark.serve;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.ledger.Versions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// The analytics of a business. An answer that has not changed since the caller got it is not sent again.
@RestController
@RequestMapping("/api/v1/analytics")
final class AnalyticsController {
    private final Access access;
    private final Records records;
    private final Answers answers;
    private final AnalyticsParameters parser;
    private final Clock clock;

    /// Stands for the build: another one may answer differently, and it has to start first.
    private final Instant startedAt;

    AnalyticsController(Access access, Records records, Answers answers, Clock clock) {
        this.access = access;
        this.records = records;
        this.answers = answers;
        this.clock = clock;
        parser = new AnalyticsParameters(clock);
        startedAt = Instant.now();
    }

    @GetMapping("/overview")
    @Nullable
    Object overview(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return answer(caller, request, response, AnalyticsParameters.OVERVIEW, answers::overview);
    }

    @GetMapping("/trends")
    @Nullable
    Object trends(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        return answer(caller, request, response, AnalyticsParameters.TRENDS, answers::trends);
    }

    /// @return null when the caller has the answer already
    private @Nullable Object answer(
            User caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Set<String> allowed,
            Function<AnalyticsRequest, Object> compute) {
        Parameters given = Parameters.of(request, allowed);
        Business business = access.business(caller, given.businessId());
        AnalyticsRequest question = parser.parse(given, business.zone());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (new ServletWebRequest(request, response).checkNotModified(tag(given, business, caller))) {
            return null;
        }
        return compute.apply(question);
    }

    /// Changes whenever the answer can: with the data, with the hour (days end, values settle), with the build, and
    /// with who asks.
    private String tag(Parameters given, Business business, User caller) {
        Versions versions = records.versions(business.id());
        Instant now = clock.instant();
        String basis = String.join(
                " ",
                startedAt.toString(),
                Long.toString(caller.id()),
                business.toString(),
                LocalDate.ofInstant(now, business.zone()).toString(),
                now.truncatedTo(ChronoUnit.HOURS).toString(),
                given.canonical());
        return "W/\"" + versions.data() + "-" + versions.freshness() + "-" + Digests.shortDigest(basis) + "\"";
    }
}
