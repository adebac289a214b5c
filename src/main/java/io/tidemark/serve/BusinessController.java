package io.tidemark.serve;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.tenancy.Registry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The businesses of the caller and their accounts.
@RestController
@RequestMapping("/api/v1")
final class BusinessController {
    private final Registry registry;
    private final Access access;
    private final Records records;

    BusinessController(Registry registry, Access access, Records records) {
        this.registry = registry;
        this.access = access;
        this.records = records;
    }

    record Businesses(List<BusinessView> businesses) {}

    record BusinessView(long businessId, String name, String timeZone, DayOfWeek weekStart, boolean demo) {}

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
            List<String> groups) {}

    @GetMapping("/businesses")
    Businesses businesses(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        return new Businesses(registry.businessesOf(caller).stream()
                .map(BusinessController::view)
                .toList());
    }

    @GetMapping("/accounts")
    Accounts accounts(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("business_id"));
        Business business = access.business(caller, parameters.businessId());
        return new Accounts(records.accounts(business.id()).stream()
                .map(BusinessController::view)
                .toList());
    }

    private static BusinessView view(Business business) {
        return new BusinessView(
                business.id(), business.name(), business.zone().getId(), business.weekStart(), business.demo());
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
                account.groups());
    }
}
