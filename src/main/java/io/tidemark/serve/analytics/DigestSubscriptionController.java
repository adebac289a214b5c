package io.tidemark.serve.analytics;

import io.tidemark.language.Language;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.DigestReaders;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the caller gets the weekly digest of a business by mail, and in which language.
@RestController
@RequestMapping("/api/v1/digest/subscription")
final class DigestSubscriptionController {
    private static final Set<String> BUSINESS_ONLY = Set.of("business_id");
    private static final Subscription NONE = new Subscription(false, null);

    private final Access access;
    private final DigestReaders readers;

    DigestSubscriptionController(Access access, DigestReaders readers) {
        this.access = access;
        this.readers = readers;
    }

    /// @param language in which the mails are; null for who gets none
    record Subscription(boolean subscribed, @Nullable Language language) {}

    @GetMapping
    Subscription is(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Business business = business(caller, Parameters.of(request, BUSINESS_ONLY));
        return readers.language(business.id(), caller.id())
                .map(language -> new Subscription(true, language))
                .orElse(NONE);
    }

    @PutMapping
    Subscription subscribe(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("business_id", "language"));
        Language language = parameters.language();
        readers.subscribe(business(caller, parameters).id(), caller.id(), language);
        return new Subscription(true, language);
    }

    @DeleteMapping
    Subscription unsubscribe(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Business business = business(caller, Parameters.of(request, BUSINESS_ONLY));
        readers.unsubscribe(business.id(), caller.id());
        return NONE;
    }

    private Business business(User caller, Parameters parameters) {
        return access.business(caller, parameters.businessId());
    }
}
