package io.tidemark.collect.connection;

import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenBook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A platform where everybody agrees, which asks for a proof key and whose tokens for renewal die when they are
/// used.
public final class FakePlatform extends Simulator {
    public static final String ACCOUNTS = """
            {"accounts": [
              {"id": "101", "handle": "acme", "name": "Acme", "token": "own-token-of-101"},
              {"id": "102", "handle": "acme.hidden", "name": "Acme Hidden", "obstacle": "The account is private: make it public."}]}
            """;

    static final Duration TOKEN_LIFE = Duration.ofHours(2);
    static final Duration RENEWED_FOR = Duration.ofDays(180);
    static final String CLIENT_ID = "client-7";
    static final String CLIENT_SECRET = "secret & of the app";

    /// Everything that it gave out or was told that nobody else may see.
    public final List<String> secrets = new CopyOnWriteArrayList<>(List.of(CLIENT_SECRET));

    /// Accounts as it lists them.
    public volatile String accounts = ACCOUNTS;

    /// The lists of posts that it has.
    public volatile List<Listing> listings = List.of(Listing.posts(false));

    /// What it answers instead of tokens; null where it gives tokens.
    public volatile @Nullable Answer refusal;

    /// Whether it asks people first, on a page of its own.
    public volatile boolean asks;

    /// Tokens are given out once it is open.
    volatile CountDownLatch gate = new CountDownLatch(0);

    private final Clock clock;
    private final TokenBook book;
    private final Map<String, String> challenges = new ConcurrentHashMap<>();

    public FakePlatform(Clock clock) {
        this.clock = clock;
        book = new TokenBook(clock, TOKEN_LIFE, RENEWED_FOR, true);
        start();
    }

    /// What somebody has granted it who has just signed in.
    Login.Grant signIn() {
        TokenBook.Tokens tokens = book.issue("person");
        Instant now = clock.instant();
        return new Login.Grant(
                new Secret(tokens.access()),
                new Secret(String.valueOf(tokens.renewal())),
                now,
                now.plus(TOKEN_LIFE),
                now.plus(RENEWED_FOR),
                Set.of("read"));
    }

    public void revoke() {
        book.revoke("person");
    }

    @Override
    protected Answer answer(Call call) {
        return switch (call.path()) {
            case "/authorize" -> authorize(call);
            case "/token" -> token(call);
            case "/accounts" ->
                switch (book.state(call.token())) {
                    case GOOD -> Answer.json(accounts);
                    case EXPIRED -> Answer.json(401, "{\"error\": \"expired\"}");
                    default -> Answer.json(401, "{\"error\": \"revoked\"}");
                };
            default -> Answer.json(404, "{}");
        };
    }

    @Override
    protected String endpoint(Call call) {
        return call.path() + call.form("grant_type").map(type -> " " + type).orElse("");
    }

    private Answer authorize(Call call) {
        String code = book.code("person");
        secrets.add(code);
        challenges.put(code, call.query("code_challenge").orElseThrow());
        String back = call.query("redirect_uri").orElseThrow() + "?code=" + code + "&state="
                + call.query("state").orElseThrow();
        return asks
                ? Answer.html("<!doctype html><title>Fakebook</title><a href=\"" + back + "\">Agree</a>")
                : Answer.redirect(back);
    }

    private Answer token(Call call) {
        await();
        Answer refused = refusal;
        if (refused != null) {
            return refused;
        }
        boolean known = call.header("authorization").equals(Optional.of(basic()));
        if (!known) {
            return Answer.json(401, "{\"error\": \"invalid_client\", \"error_description\": \"Unknown app.\"}");
        }
        Optional<TokenBook.Tokens> tokens = call.form("grant_type").equals(Optional.of("refresh_token"))
                ? book.renew(call.form("refresh_token").orElse(""))
                : redeemed(call);
        return tokens.map(this::tokens)
                .orElse(Answer.json(
                        400, "{\"error\": \"invalid_grant\", \"error_description\": \"The grant is not good.\"}"));
    }

    private Optional<TokenBook.Tokens> redeemed(Call call) {
        String code = call.form("code").orElse("");
        String proof = challenge(call.form("code_verifier").orElse(""));
        return proof.equals(challenges.get(code)) ? book.redeem(code) : Optional.empty();
    }

    private Answer tokens(TokenBook.Tokens tokens) {
        secrets.add(tokens.access());
        secrets.add(String.valueOf(tokens.renewal()));
        return Answer.json("""
                {"access_token": "%s", "refresh_token": "%s", "expires_in": %d, "scope": "read write"}
                """.formatted(tokens.access(), tokens.renewal(), tokens.expiresIn()));
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString("client-7:secret+%26+of+the+app".getBytes(StandardCharsets.US_ASCII));
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
