package io.tidemark.serve.analytics;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.DigestReaders;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the caller gets the weekly digest of a business by mail.
@RestController
@RequestMapping("/api/v1/digest/subscription")
final class DigestSubscriptionController {
    private final Access access;
    private final DigestReaders readers;

    DigestSubscriptionController(Access access, DigestReaders readers) {
        this.access = access;
        this.readers = readers;
    }

    record Subscription(boolean subscribed) {}

    @GetMapping
    Subscription is(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        return new Subscription(readers.isSubscribed(business(caller, request).id(), caller.id()));
    }

    @PutMapping
    Subscription subscribe(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        readers.subscribe(business(caller, request).id(), caller.id());
        return new Subscription(true);
    }

    @DeleteMapping
    Subscription unsubscribe(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        readers.unsubscribe(business(caller, request).id(), caller.id());
        return new Subscription(false);
    }

    private Business business(User caller, HttpServletRequest request) {
        return access.business(
                caller, Parameters.of(request, Set.of("business_id")).businessId());
    }
}
