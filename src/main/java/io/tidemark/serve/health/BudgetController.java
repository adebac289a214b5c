package io.tidemark.serve.health;

import io.tidemark.ledger.SpendBook;
import io.tidemark.ledger.User;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What a business allows a platform.
@RestController
final class BudgetController {
    private static final Sentence NO_WHOLE_LIMIT =
            Sentence.of("budget_no_whole_limit", "{member} is a whole number from 0 to {most}, or null for no limit.");
    private static final Sentence NO_LIMIT = Sentence.of(
            "budget_no_limit",
            "{member} is a number of at most {decimals} decimals from 0 to {most}, or null for no limit.");

    private static final Set<String> MEMBERS = Set.of("business_id", "platform", "calls_per_day", "dollars_per_month");
    private static final List<String> PLATFORMS =
            Arrays.stream(Platform.values()).map(Platform::key).toList();
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final Access access;
    private final HealthDesk desk;
    private final JsonMapper json;

    BudgetController(Access access, HealthDesk desk, JsonMapper json) {
        this.access = access;
        this.desk = desk;
        this.json = json;
    }

    /// Both limits are named, so that none is lifted by leaving it out.
    @PutMapping(value = "/api/v1/connections/budgets", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> allow(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        Body body = Body.of(request, json, MEMBERS);
        long business = access.business(caller, body.id("business_id").orElseThrow(() -> body.missing("business_id")))
                .id();
        Platform platform =
                body.oneOf("platform", Platform::find, PLATFORMS).orElseThrow(() -> body.missing("platform"));
        BigDecimal calls = limit(body, "calls_per_day", 0);
        BigDecimal dollars = limit(body, "dollars_per_month", 2);
        desk.allow(
                business,
                platform,
                new SpendBook.Budget(
                        calls == null ? null : calls.longValueExact(),
                        dollars == null ? null : dollars.movePointRight(6).longValueExact()));
        return ResponseEntity.noContent().build();
    }

    private static @Nullable BigDecimal limit(Body body, String member, int decimals) {
        BigDecimal limit = body.amount(member);
        if (limit == null) {
            return null;
        }
        if (limit.signum() < 0
                || limit.compareTo(MOST) > 0
                || limit.stripTrailingZeros().scale() > decimals) {
            throw Body.bad(member, unlike(member, decimals));
        }
        return limit.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private static Said unlike(String member, int decimals) {
        Value name = Value.name(member);
        Value most = Value.count(MOST.longValueExact());
        return decimals == 0
                ? NO_WHOLE_LIMIT.said(Map.of("member", name, "most", most))
                : NO_LIMIT.said(Map.of("member", name, "decimals", Value.count(decimals), "most", most));
    }
}
