package io.tidemark.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.tenancy.ShareLinks.Opening;
import io.tidemark.testing.MutableClock;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareLinksTest {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final String PASSWORD = "correct horse battery";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeRegistry registry = new FakeRegistry();
    private final FakeShares shares = new FakeShares(clock);
    private final Tokens tokens = new Tokens(new SecretKeySpec(new byte[32], "HmacSHA256"), registry, clock);
    private final ShareLinks links =
            new ShareLinks(shares, registry, new Passwords(new SecureRandom()), tokens, new SecureRandom(), clock);
    private final User maker;
    private final Business business;

    ShareLinksTest() {
        registry.createUser("root@example.com", "");
        maker = registry.createUser("me@example.com", "");
        business = registry.createBusiness("Acme", ZoneOffset.UTC, DayOfWeek.MONDAY, false);
        registry.addMember(business.id(), maker.id());
    }

    @Test
    void theSecretOpensAndIsKeptNowhere() {
        ShareLinks.Made made = make(null);

        assertThat(opened(made, null).visit().share().id())
                .isEqualTo(made.share().id());
        String secret = made.token().substring(made.token().lastIndexOf('.') + 1);
        assertThat(secret).hasSize(43);
        assertThat(made.share().tokenHash()).hasSize(64).doesNotContain(secret);
        assertThat(made.toString()).doesNotContain(secret);
        assertThat(make(null).token()).isNotEqualTo(made.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.4001", "1.4001.", "1.4001.short", "0.1.x", "1.99999999999999999999.x"})
    void anythingElseOpensNothing(String token) {
        make(null);

        assertThat(links.open(token, null)).isEqualTo(new Opening.Over());
    }

    @Test
    void theSecretOfOneOpensNoOther() {
        String one = make(null).token();
        String other = make(null).token();
        String mixed = one.substring(0, one.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));

        assertThat(links.open(mixed, null)).isEqualTo(new Opening.Over());
    }

    @Test
    void itEndsWithItsTimeForWhoIsThereToo() {
        ShareLinks.Made made = make(null);
        clock.advance(LIFE.minusMinutes(1));
        Opening.Opened opened = opened(made, null);
        assertThat(opened.life()).isEqualTo(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));

        assertThat(links.open(made.token(), null)).isEqualTo(new Opening.Over());
        assertThat(links.visit(ShareLinks.name(made.share()), opened.token())).isEmpty();
    }

    @Test
    void takingItBackEndsItForWhoIsThereToo() {
        ShareLinks.Made made = make(null);
        String name = ShareLinks.name(made.share());
        String visit = opened(made, null).token();
        assertThat(links.visit(name, visit)).isPresent();
        links.revoke(business.id(), made.share().id());

        assertThat(links.open(made.token(), null)).isEqualTo(new Opening.Over());
        assertThat(links.visit(name, visit)).isEmpty();
    }

    @Test
    void itShowsNoMoreThanItsMakerMaySee() {
        ShareLinks.Made made = make(null);
        String name = ShareLinks.name(made.share());
        String visit = opened(made, null).token();
        registry.removeMember(business.id(), maker.id());
        assertThat(links.visit(name, visit)).isEmpty();
        assertThat(links.open(made.token(), null)).isEqualTo(new Opening.Over());

        registry.addMember(business.id(), maker.id());
        assertThat(links.visit(name, visit)).isPresent();
        registry.removeUser(maker.id());
        assertThat(links.visit(name, visit)).isEmpty();
    }

    @Test
    void aVisitIsOfOneLinkAndSignsNobodyIn() {
        ShareLinks.Made made = make(null);
        String visit = opened(made, null).token();

        assertThat(links.visit(ShareLinks.name(make(null).share()), visit)).isEmpty();
        assertThat(tokens.userOf(visit)).isEmpty();
        assertThat(links.visit(ShareLinks.name(made.share()), tokens.issue(maker, Duration.ofHours(1))))
                .isEmpty();
        clock.advance(Tokens.SESSION_LIFE);
        assertThat(links.visit(ShareLinks.name(made.share()), visit)).isEmpty();
    }

    @Test
    void thePasswordIsAskedForAndTooManyWrongOnesMustWait() {
        ShareLinks.Made made = make(PASSWORD);
        assertThat(made.share().passwordHash()).startsWith("$2a$");
        assertThat(links.open(made.token(), null)).isEqualTo(new Opening.PasswordNeeded());
        for (int i = 0; i < ShareLinks.MOST_FAILURES; i++) {
            assertThat(links.open(made.token(), "wrong " + i)).isEqualTo(new Opening.WrongPassword());
        }

        assertThat(links.open(made.token(), PASSWORD)).isEqualTo(new Opening.TooManyAttempts(ShareLinks.WAIT));
        clock.advance(ShareLinks.WAIT);
        assertThat(opened(made, PASSWORD).life()).isEqualTo(Tokens.SESSION_LIFE);
    }

    @Test
    void guessingWithoutTheSecretLocksNobodyOut() {
        ShareLinks.Made made = make(PASSWORD);
        String forged = ShareLinks.name(made.share()) + "." + "A".repeat(43);
        for (int i = 0; i <= ShareLinks.MOST_FAILURES; i++) {
            assertThat(links.open(forged, "wrong " + i)).isEqualTo(new Opening.Over());
        }

        assertThat(links.open(made.token(), PASSWORD)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void aWeakPasswordMakesNoLink() {
        assertThatThrownBy(() -> make("short")).isInstanceOf(WeakPassword.class);
        assertThat(links.all(business.id())).isEmpty();
    }

    private ShareLinks.Made make(@Nullable String password) {
        return links.make(
                business.id(),
                maker,
                new ShareLinks.Wanted(
                        "analytics", "range=last_7_days", clock.instant().plus(LIFE), password));
    }

    private Opening.Opened opened(ShareLinks.Made made, @Nullable String password) {
        Opening opening = links.open(made.token(), password);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return (Opening.Opened) opening;
    }
}
