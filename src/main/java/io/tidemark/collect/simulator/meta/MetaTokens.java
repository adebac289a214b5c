package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.TokenSeal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Tokens of people, short and long, and of pages. A person is `person`, the owner of an account of Instagram or
/// Threads `ig:ID`, a page `page:ID`.
final class MetaTokens {
    static final String PERSON = "person";
    static final String PAGE = "page:";
    static final String OWNER = "ig:";

    private static final String SHORT = "short:";
    private static final Duration HOURS = Duration.ofHours(2);
    private static final Duration SIXTY_DAYS = Duration.ofDays(60);
    private static final Duration RENEWABLE_AFTER = Duration.ofHours(24);
    private static final Duration NO_END = Duration.ofDays(36_500);

    private final Clock clock;
    private final TokenBook shortLived;
    private final TokenBook longLived;
    private final TokenBook ofPages;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    /// @param seal null where tokens are forgotten with the simulator
    MetaTokens(Clock clock, @Nullable TokenSeal seal) {
        this.clock = clock;
        shortLived = new TokenBook(clock, HOURS, null, false);
        longLived = new TokenBook(clock, SIXTY_DAYS, null, false, seal == null ? null : seal.of("people"));
        ofPages = new TokenBook(clock, NO_END, null, false, seal == null ? null : seal.of("pages"));
    }

    String code(String holder) {
        return shortLived.code(SHORT + holder);
    }

    Optional<TokenBook.Tokens> redeem(String code) {
        return shortLived.redeem(code);
    }

    /// A long-lived token for a short-lived one; empty where that is not good.
    Optional<TokenBook.Tokens> exchange(String token) {
        return shortLived.holder(token).map(holder -> issue(holder.substring(SHORT.length())));
    }

    /// Another token for one that is a day old and still good.
    Optional<TokenBook.Tokens> renew(String token) {
        return longLived.holder(token).filter(_ -> isDayOld(token)).map(this::issue);
    }

    TokenBook.Tokens issue(String holder) {
        return longLived.issue(holder);
    }

    String page(String id) {
        return pages.computeIfAbsent(id, _ -> ofPages.issue(PAGE + id).access());
    }

    /// A person takes the app away; the tokens of pages go with those of the person they came from.
    void revoke(String holder) {
        longLived.revoke(holder);
        shortLived.revoke(SHORT + holder);
        if (holder.equals(PERSON)) {
            pages.keySet().forEach(id -> ofPages.revoke(PAGE + id));
            pages.clear();
        }
    }

    Optional<String> holder(String token) {
        return books().stream()
                .flatMap(book -> book.holder(token).stream())
                .map(holder -> holder.startsWith(SHORT) ? holder.substring(SHORT.length()) : holder)
                .findFirst();
    }

    /// Why a token is refused.
    Answer refusal(String token) {
        for (TokenBook book : books()) {
            switch (book.state(token)) {
                case EXPIRED -> {
                    return MetaErrors.of(190, 463, "Error validating access token: Session has expired.");
                }
                case REVOKED -> {
                    return MetaErrors.of(
                            190, 458, "Error validating access token: The user has not authorized application.");
                }
                case GOOD, UNKNOWN -> {
                    // Another book may know more.
                }
            }
        }
        return MetaErrors.badToken();
    }

    private List<TokenBook> books() {
        return List.of(shortLived, longLived, ofPages);
    }

    private boolean isDayOld(String token) {
        return longLived
                .issuedAt(token)
                .filter(since -> !clock.instant().isBefore(since.plus(RENEWABLE_AFTER)))
                .isPresent();
    }
}
