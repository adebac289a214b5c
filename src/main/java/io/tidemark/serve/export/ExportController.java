package io.tidemark.serve.export;

import io.tidemark.ledger.User;
import io.tidemark.serve.export.ExportRequest.OfView;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Json;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The data as files: datasets, answers, everything.
@RestController
final class ExportController {
    /// What is understood here itself; a view takes its endpoint's parameters besides.
    static final Set<String> PARAMETERS = ExportParameters.ALL;

    private final Access access;
    private final Exporter exporter;
    private final Supplier<Views> views;
    private final FileSender sender;
    private final ExportParameters parameters;
    private final Clock clock;

    ExportController(Access access, Exporter exporter, Supplier<Views> views, FileSender sender, Clock clock) {
        this.access = access;
        this.exporter = exporter;
        this.views = views;
        this.sender = sender;
        this.clock = clock;
        parameters = new ExportParameters(clock);
    }

    @GetMapping("/api/v1/analytics/export")
    void export(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Map<String, String[]> given = request.getParameterMap();
        ExportRequest wanted = isOfAll(given)
                ? parameters.parseView(Owner.ofAll(access.businesses(caller)), given)
                : parameters.parse(access.business(caller, businessId(given)), given);
        JsonNode answer = wanted.content() instanceof OfView(String view, List<String> ignored)
                ? Json.mapper().valueToTree(views.get().answer(view, ExportParameters.ofView(given), request, response))
                : null;
        sender.send(wanted.contentType(), wanted.fileName(clock.instant()), request, response, out -> {
            if (answer == null) {
                exporter.write(wanted, out);
            } else {
                exporter.writeAnswer(wanted, answer, out);
            }
        });
    }

    private static boolean isOfAll(Map<String, String[]> given) {
        String[] views = given.get("view");
        return views != null && views.length == 1 && Views.isOfAll(views[0]);
    }

    private static long businessId(Map<String, String[]> given) {
        Map<String, String[]> only = new HashMap<>(given);
        only.keySet().retainAll(Set.of("business_id"));
        return Parameters.of(only, Set.of("business_id")).businessId();
    }
}
