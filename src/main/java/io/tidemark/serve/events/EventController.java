package io.tidemark.serve.events;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.tenancy.Registry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Tells a listener what changes, for as long as it listens and may. Each stream is a virtual thread that mostly waits;
/// a listener that takes nothing off the wire holds up its own thread alone, until the container gives it up.
@RestController
final class EventController {
    private static final Logger LOG = LoggerFactory.getLogger(EventController.class);
    private static final Set<String> BUSINESS_ONLY = Set.of("business_id");

    private final Access access;
    private final Registry registry;
    private final Events events;
    private final JsonMapper json;
    private final Clock clock;

    EventController(Access access, Registry registry, Events events, JsonMapper json, Clock clock) {
        this.access = access;
        this.registry = registry;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/api/v1/events")
    void events(@AuthenticationPrincipal User caller, HttpServletRequest request, HttpServletResponse response) {
        Business business =
                access.business(caller, Parameters.of(request, BUSINESS_ONLY).businessId());
        Watch watch = events.join(caller, business.id());
        try {
            stream(caller, business.id(), watch, response);
        } catch (IOException ignored) {
            LOG.debug("user={} business={} hung up", caller.id(), business.id());
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        } finally {
            events.leave(caller, business.id());
        }
    }

    private void stream(User caller, long businessId, Watch watch, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies of the nginx kind would otherwise keep events back.
        response.setHeader("X-Accel-Buffering", "no");
        EventStream stream = new EventStream(businessId, response.getOutputStream(), json);
        stream.open();
        long end = System.nanoTime() + events.pace().life().toNanos();
        @Nullable State known = null;
        while (events.isOpen() && System.nanoTime() < end) {
            State state = watch.await(known, events.pace().heartbeat());
            if (!events.isOpen() || !mayStill(caller, businessId)) {
                return;
            }
            if (state == null || state.equals(known)) {
                stream.heartbeat();
            } else {
                stream.tell(state, clock.instant());
                known = state;
            }
        }
    }

    /// The permission may have been taken, or the password changed, since the stream was opened.
    private boolean mayStill(User caller, long businessId) {
        return registry.findUser(caller.id())
                .filter(user -> user.tokenGeneration() == caller.tokenGeneration())
                .filter(user -> registry.maySee(user, businessId))
                .isPresent();
    }
}
