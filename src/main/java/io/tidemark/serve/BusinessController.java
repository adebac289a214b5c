package io.tidemark.serve;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Collecting;
import io.tidemark.ledger.Conventions;
import io.tidemark.ledger.DuplicateName;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.Member;
import io.tidemark.ledger.Members;
import io.tidemark.ledger.User;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.serve.jobs.JobDesk;
import io.tidemark.serve.jobs.JobView;
import io.tidemark.tenancy.Registry;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The businesses of the caller and their accounts.
@RestController
@RequestMapping("/api/v1")
final class BusinessController {
    private static final Sentence ADMINISTRATORS_ONLY = Sentence.of(
            "administrators_make_businesses", "Only administrators make businesses: ask whoever runs this server.");
    private static final Sentence RECUT_RUNNING = Sentence.of(
            "recut_still_running",
            "The business is being given another zone or week: wait for that job to end, then change it again.");
    private static final Sentence NAME_TAKEN =
            Sentence.of("business_name_taken", "Another business has this name already: choose another.");

    private final Registry registry;
    private final Access access;
    private final Records records;
    private final JobDesk desk;
    private final Members members;
    private final JsonMapper json;

    BusinessController(
            Registry registry, Access access, Records records, JobDesk desk, Members members, JsonMapper json) {
        this.members = members;
        this.desk = desk;
        this.json = json;
        this.registry = registry;
        this.access = access;
        this.records = records;
    }

    record Businesses(List<BusinessView> businesses) {}

    /// @param erBy what engagement rates divide by, on the platforms that leave the shipped default
    /// @param refreshable has accounts that can be collected anew
    /// @param lastCollectedAt when an account was last read from its platform; null where none ever was
    /// @param nextRunAt when the next one is read; null where none is before a person does something
    record BusinessView(
            long businessId,
            String name,
            String timeZone,
            DayOfWeek weekStart,
            boolean demo,
            int fiscalYearStart,
            Engagement engagement,
            Map<Platform, Denominator> erBy,
            boolean refreshable,
            @Nullable Instant lastCollectedAt,
            @Nullable Instant nextRunAt) {}

    /// @param recut the job that gives the business the other zone or week; null where both stay
    record Changed(BusinessView business, @Nullable JobView recut) {}

    record Accounts(List<AccountView> accounts) {}

    record AccountView(
            long accountId,
            Platform platform,
            String handle,
            String name,
            boolean owned,
            long posts,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            List<String> groups,
            @Nullable String timeZone) {}

    @GetMapping("/businesses")
    Businesses businesses(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        List<Business> visible = registry.businessesOf(caller);
        Map<Long, Collecting> collecting = desk.collecting(visible);
        return new Businesses(
                visible.stream().map(business -> view(business, collecting)).toList());
    }

    /// Administrators may make businesses. Who makes one is its first owner.
    @PostMapping(path = "/businesses", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BusinessView> create(
            @AuthenticationPrincipal User caller, HttpServletRequest request, @RequestBody JsonNode wanted) {
        Parameters.of(request, Set.of());
        if (!caller.administrator()) {
            throw Problem.of(HttpStatus.FORBIDDEN, "administrators_only", ADMINISTRATORS_ONLY.said())
                    .exception();
        }
        BusinessSettings.New settings = BusinessSettings.ofNew(wanted);
        try {
            Business made = registry.createBusiness(settings.name(), settings.zone(), settings.weekStart(), false);
            members.add(made.id(), caller.id(), Member.Role.OWNER);
            return ResponseEntity.created(URI.create("/api/v1/businesses/" + made.id()))
                    .body(view(made));
        } catch (DuplicateName ignored) {
            throw nameTaken();
        }
    }

    /// Members may change the settings of their business.
    @PatchMapping(path = "/businesses/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Changed> change(
            @AuthenticationPrincipal User caller,
            @PathVariable String id,
            HttpServletRequest request,
            @RequestBody JsonNode change) {
        Parameters.of(request, Set.of());
        Business before = access.business(caller, Parameters.id("business_id", id));
        Business wanted = BusinessSettings.apply(before, change);
        registry.findBusiness(wanted.name())
                .filter(other -> other.id() != before.id())
                .ifPresent(other -> {
                    throw nameTaken();
                });
        Optional<Job> recut = recut(before, wanted, caller);
        Business after = changed(before, wanted);
        return recut.map(job -> ResponseEntity.accepted()
                        .location(URI.create(JobView.url(job)))
                        .body(new Changed(view(after), JobView.of(job, json))))
                .orElseGet(() -> ResponseEntity.ok(new Changed(view(after), null)));
    }

    private Optional<Job> recut(Business before, Business wanted, User caller) {
        if (wanted.zone().equals(before.zone()) && wanted.weekStart() == before.weekStart()) {
            return Optional.empty();
        }
        return Optional.of(desk.recut(before, wanted.zone(), wanted.weekStart(), caller)
                .orElseThrow(() -> Problem.of(HttpStatus.CONFLICT, "recut_running", RECUT_RUNNING.said())
                        .exception()));
    }

    private Business changed(Business before, Business wanted) {
        if (wanted.name().equals(before.name()) && wanted.conventions().equals(before.conventions())) {
            return before;
        }
        try {
            return registry.change(before.id(), wanted.name(), wanted.conventions());
        } catch (DuplicateName ignored) {
            throw nameTaken();
        }
    }

    private static ProblemException nameTaken() {
        return Problem.of(HttpStatus.CONFLICT, "name_taken", NAME_TAKEN.said())
                .with("parameter", "name")
                .exception();
    }

    @GetMapping("/accounts")
    Accounts accounts(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("business_id"));
        Business business = access.business(caller, parameters.businessId());
        return new Accounts(records.accounts(business.id()).stream()
                .map(BusinessController::view)
                .toList());
    }

    private BusinessView view(Business business) {
        return view(business, desk.collecting(List.of(business)));
    }

    private BusinessView view(Business business, Map<Long, Collecting> all) {
        Conventions conventions = business.conventions();
        Collecting collecting = all.getOrDefault(business.id(), Collecting.NEVER);
        return new BusinessView(
                business.id(),
                business.name(),
                business.zone().getId(),
                business.weekStart(),
                business.demo(),
                conventions.fiscalYearStart().getValue(),
                conventions.engagement(),
                new TreeMap<>(conventions.rateBy()),
                desk.offersRefresh(business, collecting),
                collecting.lastAt(),
                collecting.nextAt());
    }

    private static AccountView view(Account account) {
        return new AccountView(
                account.id(),
                account.platform(),
                account.handle(),
                account.name(),
                account.owned(),
                account.posts(),
                account.firstDay(),
                account.lastDay(),
                account.groups(),
                account.zone() == null ? null : account.zone().getId());
    }
}
