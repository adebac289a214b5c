package io.tidemark.serve.connections;

import io.tidemark.collect.connection.AccountChoice;
import io.tidemark.collect.connector.Connector;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.User;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The accounts that a connection opens, and which of them are collected.
@RestController
@RequestMapping("/api/v1/connections/{id}/accounts")
final class ConnectionAccountController {
    private static final Sentence NONE_CHOSEN =
            Sentence.of("connection_none_chosen", "external_ids names no account: choose at least one.");
    private static final Sentence NO_REPLIES = Sentence.of(
            "replies_not_listed", "{platform} lists no replies of an account, so there are none to collect.");
    private static final Sentence NOT_COLLECTED = Sentence.of(
            "account_not_of_connection",
            "Account {id} is not collected through this connection: GET /api/v1/connections lists what is.");

    private static final int MOST_CHOSEN = 500;
    private static final int LONGEST_ID = 200;

    private final ConnectionRequests requests;
    private final ConnectionDesk desk;
    private final JsonMapper json;

    ConnectionAccountController(ConnectionRequests requests, ConnectionDesk desk, JsonMapper json) {
        this.requests = requests;
        this.desk = desk;
        this.json = json;
    }

    record Offers(List<OfferView> accounts) {}

    /// @param obstacle why it cannot be collected, with what to do; null where it can
    /// @param accountId of the account that is or was collected already; null where it never was
    /// @param status of that one
    record OfferView(
            String connector,
            String externalId,
            Platform platform,
            String handle,
            String name,
            @Nullable Said obstacle,
            @Nullable Long accountId,
            @Nullable Long connectionId,
            LiveAccount.@Nullable Status status) {
        static OfferView of(AccountChoice.Offer offer) {
            LiveAccount collected = offer.collected();
            return new OfferView(
                    offer.connector(),
                    offer.externalId(),
                    offer.key().platform(),
                    offer.key().handle(),
                    offer.key().name(),
                    offer.obstacle(),
                    collected == null ? null : collected.accountId(),
                    collected == null ? null : collected.connectionId(),
                    collected == null ? null : collected.status());
        }
    }

    record Chosen(List<Long> accountIds) {}

    /// Asks the platform.
    @GetMapping
    Offers offers(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        ConnectionRequests.Named named = requests.connection(caller, request, id);
        return new Offers(desk.offers(named.businessId(), named.connection()).stream()
                .map(OfferView::of)
                .toList());
    }

    /// Has more accounts collected; those that are collected already go on.
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Chosen choose(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        ConnectionRequests.Named named = requests.connection(caller, request, id);
        Body body = Body.of(request, json, Set.of("external_ids"));
        Set<String> chosen = new LinkedHashSet<>(body.texts("external_ids", MOST_CHOSEN, LONGEST_ID));
        if (chosen.isEmpty()) {
            throw Body.bad("external_ids", NONE_CHOSEN.said());
        }
        return new Chosen(desk.choose(named.businessId(), named.connection(), chosen));
    }

    @PostMapping("/{account}/pause")
    ResponseEntity<Void> pause(
            @AuthenticationPrincipal User caller,
            @PathVariable String id,
            @PathVariable String account,
            HttpServletRequest request) {
        return move(caller, id, account, request, LiveAccount.Status.PAUSED);
    }

    @PostMapping("/{account}/resume")
    ResponseEntity<Void> resume(
            @AuthenticationPrincipal User caller,
            @PathVariable String id,
            @PathVariable String account,
            HttpServletRequest request) {
        return move(caller, id, account, request, LiveAccount.Status.COLLECTING);
    }

    /// Replies that are published from now on are collected too, or no more.
    @PutMapping(path = "/{account}/replies", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> replies(
            @AuthenticationPrincipal User caller,
            @PathVariable String id,
            @PathVariable String account,
            HttpServletRequest request) {
        ConnectionRequests.Named named = requests.connection(caller, request, id);
        Body body = Body.of(request, json, Set.of("collect"));
        boolean collect = body.flag("collect").orElseThrow(() -> body.missing("collect"));
        LiveAccount live = collected(named, Parameters.id("account_id", account));
        if (!desk.logins()
                .connector(live.connector())
                .filter(Connector::listsReplies)
                .isPresent()) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "replies_not_listed",
                            NO_REPLIES.said(
                                    Map.of("platform", Value.platform(live.key().platform()))))
                    .exception();
        }
        return done(
                live.accountId(),
                desk.replies(named.businessId(), named.connection().id(), live.accountId(), collect));
    }

    /// What was collected stays.
    @DeleteMapping("/{account}")
    ResponseEntity<Void> disconnect(
            @AuthenticationPrincipal User caller,
            @PathVariable String id,
            @PathVariable String account,
            HttpServletRequest request) {
        return move(caller, id, account, request, LiveAccount.Status.DISCONNECTED);
    }

    private ResponseEntity<Void> move(
            User caller, String id, String account, HttpServletRequest request, LiveAccount.Status to) {
        ConnectionRequests.Named named = requests.connection(caller, request, id);
        long accountId = Parameters.id("account_id", account);
        return done(accountId, desk.move(named.businessId(), named.connection().id(), accountId, to));
    }

    private LiveAccount collected(ConnectionRequests.Named named, long accountId) {
        return desk.accounts(named.businessId()).stream()
                .filter(one -> one.accountId() == accountId
                        && one.connectionId() == named.connection().id())
                .findFirst()
                .orElseThrow(() -> notCollected(accountId));
    }

    private static ResponseEntity<Void> done(long accountId, boolean done) {
        if (!done) {
            throw notCollected(accountId);
        }
        return ResponseEntity.noContent().build();
    }

    private static ProblemException notCollected(long accountId) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "account_not_found",
                        NOT_COLLECTED.said(Map.of("id", Value.id(accountId))))
                .exception();
    }
}
