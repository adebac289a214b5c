package io.tidemark.collect.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Codes and tokens that a platform has given out, with their ends on its clock. With a seal, tokens stay good when the
/// platform is started anew; that one was revoked or used up is forgotten then.
public final class TokenBook {
    private static final Duration CODE_LIFE = Duration.ofSeconds(30);
    private static final String CODE = "code";
    private static final String ACCESS = "access";
    private static final String RENEWAL = "renewal";

    private final Clock clock;
    private final Duration accessLife;
    private final @Nullable Duration renewalLife;
    private final boolean rotating;
    private final @Nullable TokenSeal seal;
    private final Map<String, Issued> codes = new HashMap<>();
    private final Map<String, Issued> access = new HashMap<>();
    private final Map<String, Issued> renewals = new HashMap<>();
    private final Set<String> givenOut = new LinkedHashSet<>();
    private final Set<String> used = new HashSet<>();

    /// @param renewalLife null where there are no tokens for renewal
    /// @param rotating whether a token for renewal dies when it is used
    public TokenBook(Clock clock, Duration accessLife, @Nullable Duration renewalLife, boolean rotating) {
        this(clock, accessLife, renewalLife, rotating, null);
    }

    /// @param renewalLife null where there are no tokens for renewal
    /// @param rotating whether a token for renewal dies when it is used
    /// @param seal null where tokens are forgotten with the book
    public TokenBook(
            Clock clock,
            Duration accessLife,
            @Nullable Duration renewalLife,
            boolean rotating,
            @Nullable TokenSeal seal) {
        this.clock = clock;
        this.accessLife = accessLife;
        this.renewalLife = renewalLife;
        this.rotating = rotating;
        this.seal = seal;
    }

    /// Tokens for a person (or an account).
    public record Tokens(
            String access, long expiresIn, @Nullable String renewal, String holder) {}

    /// What is known of a token that was given out.
    public enum State {
        GOOD,
        EXPIRED,
        REVOKED,
        UNKNOWN
    }

    private record Issued(String holder, Instant until, boolean revoked) {
        Issued revoke() {
            return new Issued(holder, until, true);
        }
    }

    /// A code for a person who has agreed.
    public synchronized String code(String holder) {
        return keep(codes, CODE, holder, CODE_LIFE);
    }

    /// Empty where the code is none, is too old or was redeemed before.
    public synchronized Optional<Tokens> redeem(String code) {
        return Optional.ofNullable(codes.remove(code)).filter(this::isGood).map(good -> issue(good.holder()));
    }

    /// Empty where the token for renewal is none, has ended or died by rotation.
    public synchronized Optional<Tokens> renew(String renewal) {
        Optional<Issued> known = find(renewals, RENEWAL, renewal);
        if (rotating && !used.add(renewal)) {
            return Optional.empty();
        }
        return known.filter(this::isGood).map(good -> issue(good.holder()));
    }

    /// Tokens without a code.
    public synchronized Tokens issue(String holder) {
        String token = keep(access, ACCESS, holder, accessLife);
        String renewal = renewalLife == null ? null : keep(renewals, RENEWAL, holder, renewalLife);
        return new Tokens(token, accessLife.toSeconds(), renewal, holder);
    }

    public synchronized State state(String token) {
        Issued known = find(access, ACCESS, token).orElse(null);
        if (known == null) {
            return State.UNKNOWN;
        }
        return known.revoked() ? State.REVOKED : isGood(known) ? State.GOOD : State.EXPIRED;
    }

    /// Whose token it is; empty where it is not good.
    public synchronized Optional<String> holder(String token) {
        return find(access, ACCESS, token).filter(this::isGood).map(Issued::holder);
    }

    /// When a token was given out; empty where it was not.
    public synchronized Optional<Instant> issuedAt(String token) {
        return find(access, ACCESS, token).map(known -> known.until().minus(accessLife));
    }

    /// All codes and tokens that were ever given out.
    public synchronized Set<String> givenOut() {
        return Set.copyOf(givenOut);
    }

    /// A person takes back what was granted.
    public synchronized void revoke(String holder) {
        access.replaceAll((token, known) -> known.holder().equals(holder) ? known.revoke() : known);
        renewals.replaceAll((token, known) -> known.holder().equals(holder) ? known.revoke() : known);
    }

    private boolean isGood(Issued known) {
        return !known.revoked() && clock.instant().isBefore(known.until());
    }

    /// One that was given out before this book was opened is entered into it.
    private Optional<Issued> find(Map<String, Issued> book, String what, String token) {
        Issued known = book.get(token);
        if (known != null || seal == null) {
            return Optional.ofNullable(known);
        }
        Optional<Issued> before =
                seal.of(what).read(token).map(claim -> new Issued(claim.holder(), claim.until(), false));
        before.ifPresent(issuedBefore -> book.put(token, issuedBefore));
        return before;
    }

    private String keep(Map<String, Issued> book, String what, String holder, Duration life) {
        Issued made = new Issued(holder, clock.instant().plus(life), false);
        int number = givenOut.size() + 1;
        String token = seal == null
                ? "%s-%s-%d".formatted(what, Integer.toHexString(holder.hashCode()), number)
                : seal.of(what).sign(new TokenSeal.Claim(holder, made.until()), number);
        givenOut.add(token);
        book.put(token, made);
        return token;
    }
}
