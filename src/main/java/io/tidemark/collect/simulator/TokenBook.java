package io.tidemark.collect.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Codes and tokens that a platform has given out, with their ends on its clock.
public final class TokenBook {
    private static final Duration CODE_LIFE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Duration accessLife;
    private final @Nullable Duration renewalLife;
    private final boolean rotating;
    private final Map<String, Issued> codes = new HashMap<>();
    private final Map<String, Issued> access = new HashMap<>();
    private final Map<String, Issued> renewals = new HashMap<>();
    private final Set<String> givenOut = new LinkedHashSet<>();

    /// @param renewalLife null where there are no tokens for renewal
    /// @param rotating whether a token for renewal dies when it is used
    public TokenBook(Clock clock, Duration accessLife, @Nullable Duration renewalLife, boolean rotating) {
        this.clock = clock;
        this.accessLife = accessLife;
        this.renewalLife = renewalLife;
        this.rotating = rotating;
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
        return keep(codes, "code", holder, CODE_LIFE);
    }

    /// Empty where the code is none, is too old or was redeemed before.
    public synchronized Optional<Tokens> redeem(String code) {
        return Optional.ofNullable(codes.remove(code)).filter(this::isGood).map(good -> issue(good.holder()));
    }

    /// Empty where the token for renewal is none, has ended or died by rotation.
    public synchronized Optional<Tokens> renew(String renewal) {
        Issued known = rotating ? renewals.remove(renewal) : renewals.get(renewal);
        return Optional.ofNullable(known).filter(this::isGood).map(good -> issue(good.holder()));
    }

    /// Tokens without a code.
    public synchronized Tokens issue(String holder) {
        String token = keep(access, "access", holder, accessLife);
        String renewal = renewalLife == null ? null : keep(renewals, "renewal", holder, renewalLife);
        return new Tokens(token, accessLife.toSeconds(), renewal, holder);
    }

    public synchronized State state(String token) {
        Issued known = access.get(token);
        if (known == null) {
            return State.UNKNOWN;
        }
        return known.revoked() ? State.REVOKED : isGood(known) ? State.GOOD : State.EXPIRED;
    }

    /// Whose token it is; empty where it is not good.
    public synchronized Optional<String> holder(String token) {
        return Optional.ofNullable(access.get(token)).filter(this::isGood).map(Issued::holder);
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

    private String keep(Map<String, Issued> book, String what, String holder, Duration life) {
        String token = "%s-%s-%d".formatted(what, Integer.toHexString(holder.hashCode()), givenOut.size() + 1);
        givenOut.add(token);
        book.put(token, new Issued(holder, clock.instant().plus(life), false));
        return token;
    }
}
