package io.tidemark.serve.share;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.Share;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.SharedQuestions;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.Thing;
import io.tidemark.tenancy.Registry;
import io.tidemark.tenancy.ShareLinks;
import io.tidemark.tenancy.WeakPassword;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/// The links of a business.
@RestController
@RequestMapping("/api/v1/shares")
final class ShareController {
    private static final Sentence REPORT_OPEN = Sentence.of(
            "share_of_open_report", "The report is open: close it, so that its numbers stay as the client sees them.");

    private final ShareLinks links;
    private final Access access;
    private final Registry registry;
    private final SharedQuestions questions;
    private final Reports reports;
    private final JsonMapper json;
    private final Clock clock;

    ShareController(
            ShareLinks links,
            Access access,
            Registry registry,
            SharedQuestions questions,
            Reports reports,
            JsonMapper json,
            Clock clock) {
        this.links = links;
        this.access = access;
        this.registry = registry;
        this.questions = questions;
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    record Listing(List<ShareView> shares) {}

    /// @param link told this once
    record Made(ShareView share, String link) {}

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Instant now = clock.instant();
        return new Listing(links.all(business(caller, request).id()).stream()
                .map(share -> view(share, now))
                .toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Made> make(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        access.person(caller);
        Business business = business(caller, request);
        Instant now = clock.instant();
        ShareRequest wanted = ShareRequest.of(Body.of(request, json, ShareRequest.MEMBERS), now);
        String search = search(caller, business, wanted);
        ShareLinks.Wanted link = new ShareLinks.Wanted(
                wanted.page().key(), search, now.plus(Duration.ofDays(wanted.days())), wanted.password());
        ShareLinks.Made made = make(caller, business, link);
        String origin =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Made(view(made.share(), now), ReportLink.url(origin, made)));
    }

    /// What the link shows, which has to exist.
    private String search(User caller, Business business, ShareRequest wanted) {
        Long report = wanted.reportId();
        if (report == null) {
            questions.check(
                    caller,
                    business,
                    ShareScope.of(business.id(), wanted.search()).parameters());
            return ShareScope.text(wanted.search());
        }
        Report found = reports.find(business.id(), report)
                .orElseThrow(() -> Body.bad("report_id", Thing.REPORT.absent(report)));
        if (found.closedAt() == null) {
            throw Problem.of(HttpStatus.CONFLICT, "report_open", REPORT_OPEN.said())
                    .exception();
        }
        return SharedPage.ofReport(report);
    }

    private ShareLinks.Made make(User caller, Business business, ShareLinks.Wanted link) {
        try {
            return links.make(business.id(), caller, link);
        } catch (WeakPassword weak) {
            throw Body.bad("password", weak.said());
        }
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long business = business(caller, request).id();
        long share = Parameters.id("share_id", id);
        if (!links.revoke(business, share)) {
            throw Thing.SHARE.notFound(share);
        }
        return ResponseEntity.noContent().build();
    }

    private Business business(User caller, HttpServletRequest request) {
        return access.business(
                caller, Parameters.of(request, Set.of("business_id")).businessId());
    }

    private ShareView view(Share share, Instant now) {
        return ShareView.of(
                share, registry.findUser(share.createdBy()).map(User::email).orElse(null), now);
    }
}
