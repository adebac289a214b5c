package io.tidemark.collect.connector;

import io.tidemark.words.Said;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a call brought nothing. Each kind has exactly one consequence, which the sync engine draws.
public sealed interface Fault {
    /// What the platform said, for a person, without secrets. It names the platform, so that it can stand alone.
    Said said();

    /// The same in other words.
    default Fault saying(Said other) {
        return switch (this) {
            case TokenExpired expired -> new TokenExpired(other);
            case SignInGone gone -> new SignInGone(other);
            case NotPermitted refused -> new NotPermitted(other);
            case MetricRefused refused -> new MetricRefused(other, refused.metrics());
            case BatchRefused refused -> new BatchRefused(other);
            case TooMuch much -> new TooMuch(other);
            case RateLimited limited -> new RateLimited(other, limited.scope(), limited.until());
            case QuotaSpent spent -> new QuotaSpent(other, spent.until());
            case NotFound missing -> new NotFound(other);
            case Passing passing -> new Passing(other);
            case Misconfigured wrong -> new Misconfigured(other);
            case Unreadable unreadable -> new Unreadable(other);
        };
    }

    /// The token has run out: it is renewed and the call made once more.
    record TokenExpired(Said said) implements Fault {}

    /// The sign-in is no longer good: the account waits until somebody signs in again.
    record SignInGone(Said said) implements Fault {}

    /// The sign-in does not allow this: what was asked for is left out, and the person is told what to grant.
    record NotPermitted(Said said) implements Fault {}

    /// A metric is not known or not given for this kind of post: it is dropped for the kind, remembered, and the rest
    /// asked for again.
    ///
    /// @param metrics native names of the refused ones; empty where the platform does not say which
    record MetricRefused(Said said, Set<String> metrics) implements Fault {
        public MetricRefused {
            metrics = Set.copyOf(metrics);
        }
    }

    /// One of several things that were asked for spoils the call: it is made again in halves.
    record BatchRefused(Said said) implements Fault {}

    /// The answer would be too large: a smaller page is asked for.
    record TooMuch(Said said) implements Fault {}

    /// Too many calls: nothing of that scope is called until then.
    ///
    /// @param until null where the platform does not say
    record RateLimited(Said said, Scope scope, @Nullable Instant until) implements Fault {}

    /// Nothing is left of what may be used in a longer while, or of the money: the whole app waits until then.
    record QuotaSpent(Said said, @Nullable Instant until) implements Fault {}

    /// What was asked for is not there (any more).
    record NotFound(Said said) implements Fault {}

    /// Something passing on the platform's side: the call is repeated, with growing pauses.
    record Passing(Said said) implements Fault {}

    /// Something that only whoever runs the server can mend: the app's registration, or the version of the API.
    record Misconfigured(Said said) implements Fault {}

    /// An answer that makes no sense: it is kept for inspection, and nothing of it is stored.
    record Unreadable(Said said) implements Fault {}

    /// What a limit holds for.
    enum Scope {
        /// The endpoint, for this sign-in.
        ENDPOINT,
        /// All calls of this account or sign-in.
        ACCOUNT,
        /// All calls of the app.
        APP
    }
}
