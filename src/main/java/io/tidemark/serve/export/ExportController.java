package io.tidemark.serve.export;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.export.ExportRequest.OfView;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Json;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Sends the data as files. The thread of the request reads and writes, so that a slow reader slows the database's
/// cursor down instead of filling memory.
@RestController
final class ExportController {
    /// What is understood here itself; a view takes its endpoint's parameters besides.
    static final Set<String> PARAMETERS = ExportParameters.ALL;

    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);

    /// Each holds a connection and an old state of the database for as long as its reader takes.
    private static final int MOST_AT_ONCE = 4;

    private static final String RETRY_SECONDS = "15";

    private final Access access;
    private final Exporter exporter;
    private final Supplier<Views> views;
    private final ExportParameters parameters;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    ExportController(Access access, Exporter exporter, Supplier<Views> views, Clock clock) {
        this.access = access;
        this.exporter = exporter;
        this.views = views;
        this.clock = clock;
        parameters = new ExportParameters(clock);
    }

    @GetMapping("/api/v1/analytics/export")
    void export(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Map<String, String[]> given = request.getParameterMap();
        Business business = access.business(caller, businessId(given));
        ExportRequest wanted = parameters.parse(business, given);
        JsonNode answer = wanted.content() instanceof OfView(String view)
                ? Json.mapper().valueToTree(views.get().answer(view, request, response))
                : null;
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw busy();
        }
        try {
            head(wanted, response);
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                if (answer == null) {
                    exporter.write(wanted, response.getOutputStream());
                } else {
                    exporter.writeAnswer(wanted, answer, response.getOutputStream());
                }
            }
        } catch (RuntimeException | IOException failure) {
            giveUp(failure, response);
        } finally {
            places.release();
        }
    }

    private void head(ExportRequest wanted, HttpServletResponse response) {
        response.setContentType(wanted.contentType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wanted.fileName(clock.instant()) + "\"");
    }

    /// Before anything was sent the answer can still be a problem; afterwards all that is left is to break off.
    private static void giveUp(Exception failure, HttpServletResponse response) throws Exception {
        if (!response.isCommitted()) {
            response.reset();
            throw failure;
        }
        if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            LOG.debug("The reader of an export hung up", failure);
        } else {
            LOG.error("An export broke off", failure);
        }
        throw new BrokenExport(failure);
    }

    private static RuntimeException busy() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "export_busy",
                        MOST_AT_ONCE + " exports are being sent already: try again in " + RETRY_SECONDS + " seconds.")
                .exception();
    }

    private static long businessId(Map<String, String[]> given) {
        Map<String, String[]> only = new HashMap<>(given);
        only.keySet().retainAll(Set.of("business_id"));
        return Parameters.of(only, Set.of("business_id")).businessId();
    }
}
