package io.tidemark.serve;

import io.tidemark.tenancy.Registry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the server works, database included. Open to everybody, so it says no more than that.
@RestController
final class HealthController {
    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);

    private final Registry registry;

    HealthController(Registry registry) {
        this.registry = registry;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Map<String, String>> health() {
        try {
            boolean ignored = registry.findBusiness(1).isPresent();
            return ResponseEntity.ok(Map.of("status", "UP"));
        } catch (RuntimeException problem) {
            LOG.warn("The database does not answer", problem);
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "DOWN"));
        }
    }
}
