package io.tidemark.serve.experiment;

import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The zone in which hours of an account's posts are counted, where its audience lives elsewhere.
@RestController
final class AccountZoneController {
    private static final int LONGEST_ZONE = 64;

    private final Access access;
    private final Labelling labelling;
    private final JsonMapper json;

    AccountZoneController(Access access, Labelling labelling, JsonMapper json) {
        this.access = access;
        this.labelling = labelling;
        this.json = json;
    }

    /// @param timeZone null for that of the business
    record Zoned(long accountId, @Nullable String timeZone) {}

    @PutMapping(path = "/api/v1/accounts/{id}/time-zone", consumes = MediaType.APPLICATION_JSON_VALUE)
    Zoned zone(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = access.business(
                        caller, Parameters.of(request, Set.of("business_id")).businessId())
                .id();
        long account = Parameters.id("account_id", id);
        Body body = Body.of(request, json, Set.of("time_zone"));
        ZoneId zone = body.isNull("time_zone") ? null : zone(body);
        if (!labelling.zone(business, account, zone)) {
            throw ExperimentRequests.noAccount(account);
        }
        return new Zoned(account, zone == null ? null : zone.getId());
    }

    private static ZoneId zone(Body body) {
        String name = body.text("time_zone", LONGEST_ZONE).orElseThrow(() -> body.missing("time_zone"));
        try {
            return ZoneId.of(name);
        } catch (DateTimeException ignored) {
            throw Body.bad("time_zone", Parameters.noZone(name));
        }
    }
}
