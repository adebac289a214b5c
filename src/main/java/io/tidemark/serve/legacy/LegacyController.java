package io.tidemark.serve.legacy;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.AnalyticsParameters;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.serve.analytics.Unchanged;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The last days up to yesterday, flat. New programs ask `/api/v1/analytics/…?business_id=…`, which says how much of a
/// number was reported, what it is compared with and why it may be missing.
@RestController
@RequestMapping("/api/v1/analytics")
final class LegacyController {
    private static final Set<String> PARAMETERS = Set.of("days");
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3650;

    private final Access access;
    private final Unchanged unchanged;
    private final Frames frames;
    private final Clock clock;

    LegacyController(Access access, Unchanged unchanged, Frames frames, Clock clock) {
        this.access = access;
        this.unchanged = unchanged;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/overview/{business_id}")
    @Nullable
    Object overview(
            @AuthenticationPrincipal User caller,
            @PathVariable("business_id") String businessId,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(caller, businessId, request, response, FlatAnswers::overview);
    }

    @GetMapping("/content/{business_id}")
    @Nullable
    Object content(
            @AuthenticationPrincipal User caller,
            @PathVariable("business_id") String businessId,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(caller, businessId, request, response, FlatAnswers::content);
    }

    @GetMapping("/platforms/{business_id}")
    @Nullable
    Object platforms(
            @AuthenticationPrincipal User caller,
            @PathVariable("business_id") String businessId,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(caller, businessId, request, response, FlatAnswers::platforms);
    }

    @GetMapping("/trends/{business_id}")
    @Nullable
    Object trends(
            @AuthenticationPrincipal User caller,
            @PathVariable("business_id") String businessId,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(caller, businessId, request, response, FlatAnswers::trends);
    }

    @GetMapping("/insights/{business_id}")
    @Nullable
    Object insights(
            @AuthenticationPrincipal User caller,
            @PathVariable("business_id") String businessId,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(caller, businessId, request, response, FlatAnswers::insights);
    }

    private @Nullable Object answer(
            User caller,
            String businessId,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<FlatAnswers, Object> flat) {
        Parameters given = Parameters.of(request, PARAMETERS);
        int days = days(given);
        Business business = access.business(caller, Parameters.id("business_id", businessId));
        if (unchanged.answered(caller, List.of(business), given, request, response)) {
            return null;
        }
        Instant now = clock.instant();
        AnalyticsQuery query = query(business, days, now);
        return flat.apply(new FlatAnswers(frames.frame(business.id(), null), query, days, now));
    }

    /// The days up to yesterday, by the conventions of the business.
    private static AnalyticsQuery query(Business business, int days, Instant now) {
        LocalDate yesterday = LocalDate.ofInstant(now, business.zone()).minusDays(1);
        LocalDate first = yesterday.minusDays(days - 1L);
        Map<String, String[]> asked =
                Map.of("from", new String[] {first.toString()}, "to", new String[] {yesterday.toString()});
        return AnalyticsParameters.query(Parameters.of(asked, asked.keySet()), business.conventions());
    }

    private static int days(Parameters given) {
        return given.one("days")
                .map(text -> Parameters.whole("days", text, 1, MOST_DAYS))
                .orElse(USUAL_DAYS);
    }
}
