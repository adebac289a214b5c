package io.tidemark.serve.connections;

import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connection.PublishedClient;
import io.tidemark.collect.connection.SignIns;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Login;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.User;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Thing;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The connections of a business, and what it takes to make one.
@RestController
@RequestMapping("/api/v1/connections")
final class ConnectionController {
    private static final Sentence REGISTER = Sentence.of(
            "register_an_app",
            "Register an app with {login}, with {address} as the address to send people back to; then set {settings} on the server and start it anew.");
    private static final Sentence OTHER_LOGIN =
            Sentence.of("connection_of_other_login", "Connection {connection} is one with {login}: name that login.");

    private static final Set<String> MEMBERS = Set.of("business_id", "login", "connection_id", "fields");
    private static final int LONGEST_LOGIN = 60;
    private static final int LONGEST_FIELD = 500;

    private final ConnectionRequests requests;
    private final ConnectionDesk desk;
    private final JsonMapper json;
    private final Clock clock;

    ConnectionController(ConnectionRequests requests, ConnectionDesk desk, JsonMapper json, Clock clock) {
        this.requests = requests;
        this.desk = desk;
        this.json = json;
        this.clock = clock;
    }

    record Listing(List<ConnectionView> connections) {}

    record PlatformListing(List<PlatformView> platforms) {}

    /// @param ready whether people can sign in with it
    /// @param simulated whether it is one of the demonstration, which contacts nobody
    /// @param needsApp whether whoever runs the server registers an app with it first
    /// @param redirectUri what is to be registered with the platform, letter by letter
    /// @param missing what is not set on the server, by its names in the environment
    /// @param fields what a person tells first
    /// @param advice what to do first; null where people can sign in
    record PlatformView(
            String login,
            String title,
            Set<Platform> platforms,
            boolean ready,
            boolean simulated,
            boolean needsApp,
            URI redirectUri,
            List<String> scopes,
            List<String> missing,
            List<FieldView> fields,
            @Nullable Said advice) {}

    /// @param otherwise what is taken where nothing is told; null where something must be
    record FieldView(
            String name,
            String label,
            String hint,
            boolean secret,
            @Nullable String otherwise) {}

    /// @param authorizationUrl where the person goes on; null where they are connected already
    /// @param goodForSeconds how long the person may take; null likewise
    /// @param connectionId the connection; null where the person goes on elsewhere
    record Begun(
            @Nullable URI authorizationUrl,
            @Nullable Long goodForSeconds,
            @Nullable Long connectionId) {
        static Begun of(SignIns.Begun begun) {
            return switch (begun) {
                case SignIns.Away(URI address) -> new Begun(address, SignIns.GOOD_FOR.toSeconds(), null);
                case SignIns.Arrival arrival -> new Begun(null, null, arrival.connectionId());
            };
        }
    }

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long business = requests.business(caller, request);
        List<LiveAccount> accounts = desk.accounts(business);
        return new Listing(desk.connections(business).stream()
                .map(one -> ConnectionView.of(one, desk.logins(), accounts, clock.instant()))
                .toList());
    }

    @GetMapping("/platforms")
    PlatformListing platforms(HttpServletRequest request) {
        Parameters.of(request, Set.of());
        String origin = SignInController.origin(request);
        return new PlatformListing(desk.logins().all().stream()
                .map(login -> platform(login, origin))
                .toList());
    }

    /// Whoever calls is to open the address in a browser in which they are signed in here.
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Begun begin(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        Body body = Body.of(request, json, MEMBERS);
        long business =
                requests.business(caller, body.id("business_id").orElseThrow(() -> body.missing("business_id")));
        String name = body.text("login", LONGEST_LOGIN).orElseThrow(() -> body.missing("login"));
        Login login = desk.logins()
                .find(name)
                .orElseThrow(
                        () -> Parameters.noneOf("login", name, desk.logins().keys()));
        Long again = body.id("connection_id").orElse(null);
        if (again != null) {
            Connection connection = requests.connection(business, again);
            if (!connection.login().equals(name)) {
                throw Body.bad(
                        "login",
                        OTHER_LOGIN.said(
                                Map.of("connection", Value.id(again), "login", Value.name(connection.login()))));
            }
        }
        SignIns.Traveller traveller = SignInController.traveller(caller, requests, request);
        SignIns.Wanted wanted = new SignIns.Wanted(business, name, again, told(body, login));
        try {
            return Begun.of(desk.begin(traveller, wanted));
        } catch (Login.NotTaken refused) {
            throw Body.bad("fields." + refused.field(), refused.said());
        }
    }

    private static Map<String, String> told(Body body, Login login) {
        Map<String, String> told = new TreeMap<>();
        List<String> names =
                login.traits().fields().stream().map(Login.Field::name).toList();
        body.object("fields", Set.copyOf(names))
                .ifPresent(fields -> names.forEach(
                        name -> fields.lines(name, LONGEST_FIELD).ifPresent(value -> told.put(name, value))));
        return told;
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        ConnectionRequests.Named named = requests.connection(caller, request, id);
        if (!desk.remove(named.businessId(), named.connection().id())) {
            throw Thing.CONNECTION.notFound(named.connection().id());
        }
        return ResponseEntity.noContent().build();
    }

    private PlatformView platform(Login login, String origin) {
        URI redirect = desk.apps().redirect(login.key(), origin);
        List<String> missing = missing(login, redirect);
        return new PlatformView(
                login.key(),
                login.title(),
                login.connectors().stream().map(Connector::platform).collect(Collectors.toCollection(TreeSet::new)),
                missing.isEmpty(),
                desk.apps().simulated(),
                login.needsApp(),
                redirect,
                login.scopes(),
                missing,
                login.traits().fields().stream()
                        .map(field -> new FieldView(
                                field.name(), field.label(), field.hint(), field.secret(), field.otherwise()))
                        .toList(),
                missing.isEmpty() ? null : advice(login, missing, redirect));
    }

    private List<String> missing(Login login, URI redirect) {
        if (login instanceof Login.ByPushedRequest pushed) {
            return PublishedClient.of(pushed, redirect).isPresent() ? List.of() : List.of(Apps.PUBLIC_URL);
        }
        return login.needsApp() ? desk.apps().missing(login.key()) : List.of();
    }

    private static Said advice(Login login, List<String> missing, URI redirect) {
        return login instanceof Login.ByPushedRequest
                ? PublishedClient.advice(login.title(), redirect)
                : REGISTER.said(Map.of(
                        "login", Value.quote(login.title()),
                        "address", Value.name(redirect.toString()),
                        "settings", Value.name(String.join(", ", missing))));
    }
}
