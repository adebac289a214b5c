package io.tidemark.serve.label;

import io.tidemark.frame.Names;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Thing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Groups of accounts, such as brands and regions.
@RestController
final class AccountGroupController {
    private static final int MOST_GROUPS = 20;

    private final Access access;
    private final Labelling labelling;
    private final JsonMapper json;

    AccountGroupController(Access access, Labelling labelling, JsonMapper json) {
        this.access = access;
        this.labelling = labelling;
        this.json = json;
    }

    record Grouped(long accountId, List<String> groups) {}

    @PutMapping(path = "/api/v1/accounts/{id}/groups", consumes = MediaType.APPLICATION_JSON_VALUE)
    Grouped group(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = LabelRequests.business(access, caller, request);
        long account = Parameters.id("account_id", id);
        Body body = Body.of(request, json, Set.of("groups"));
        if (!body.has("groups")) {
            throw body.missing("groups");
        }
        List<String> groups = body.texts("groups", MOST_GROUPS, LabelRequests.LONGEST_NAME).stream()
                .map(Names::clean)
                .toList();
        return labelling
                .group(business, account, groups)
                .map(kept -> new Grouped(account, kept))
                .orElseThrow(() -> Thing.ACCOUNT.notFound(account));
    }
}
