package io.tidemark.analytics.insight;

import io.tidemark.analytics.Coverage;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a finding rests on: the honesty contract. Every finding carries all of it, every answer writes all of it, and
/// one that contradicts itself cannot be made.
///
/// @param value the number found, null where there is none
/// @param lo lower end of its interval, null where the method gives none
/// @param hi upper end
/// @param level of the interval, such as 0.9
/// @param n how many items were looked at
/// @param nEff how many independent ones these are worth; null where that cannot be said
/// @param provisionalShare the share of the items that may still be revised
/// @param asOf the instant from which was looked
/// @param method name and version of how it was computed, such as `record/1`
/// @param reasonCode stable name of why the status is what it is; `ok` where it is OK and there is no more to say
public record Evidence(
        @Nullable Double value,
        @Nullable Double lo,
        @Nullable Double hi,
        @Nullable Double level,
        int n,
        @Nullable Double nEff,
        Coverage coverage,
        double provisionalShare,
        Instant asOf,
        String method,
        EvidenceStatus status,
        String reasonCode) {
    private static final Pattern METHOD = Pattern.compile("[a-z][a-z0-9_]*/[1-9][0-9]*");
    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String NOTHING_MORE = "ok";

    /// @throws IllegalArgumentException where the parts do not go together
    public Evidence {
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(asOf, "as of");
        require(METHOD.matcher(method).matches(), "a method has a name and a version", method);
        require(REASON.matcher(reasonCode).matches(), "a reason is a stable name", reasonCode);
        requireNumber(value, "value");
        requireInterval(value, lo, hi, level);
        require(n >= 0, "items are not fewer than none", n);
        require(nEff == null || (Double.isFinite(nEff) && nEff >= 0), "items are worth a number of items", nEff);
        require(provisionalShare >= 0 && provisionalShare <= 1, "a share lies between 0 and 1", provisionalShare);
        require(
                coverage.reporting() >= 0 && coverage.reporting() <= coverage.expected(),
                "no more items report than are expected to",
                coverage);
        require(status.fits(value), "whether there is a value goes with the status", status);
        require(
                status == EvidenceStatus.OK || !reasonCode.equals(NOTHING_MORE),
                "what is not OK has a reason",
                reasonCode);
    }

    private static void requireInterval(
            @Nullable Double value, @Nullable Double lo, @Nullable Double hi, @Nullable Double level) {
        if (lo == null && hi == null && level == null) {
            return;
        }
        requireNumber(lo, "lower end");
        requireNumber(hi, "upper end");
        if (value == null || lo == null || hi == null || level == null) {
            throw new IllegalArgumentException("An interval has a value, two ends and a level: %s in [%s, %s] at %s"
                    .formatted(value, lo, hi, level));
        }
        require(level > 0 && level < 1, "a level lies between 0 and 1", level);
        require(lo <= value && value <= hi, "a value lies within its interval [%s, %s]".formatted(lo, hi), value);
    }

    private static void requireNumber(@Nullable Double number, String what) {
        require(number == null || Double.isFinite(number), "a " + what + " is a number or missing", number);
    }

    private static void require(boolean holds, String rule, @Nullable Object given) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Evidence contradicts itself: %s, and this is %s".formatted(rule, given));
        }
    }
}
