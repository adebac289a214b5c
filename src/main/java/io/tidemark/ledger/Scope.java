package io.tidemark.ledger;

import java.time.Instant;

/// What counts, and what counted before.
///
/// @param asOf an instant as text, or `infinity` for the present
/// @param changed the source that has just been appended or taken back; 0 where everything is computed from nothing
/// @param undone whether it was taken back
record Scope(String asOf, long changed, boolean undone) {
    static final Scope EVERYTHING = new Scope("infinity", 0, false);

    static Scope appended(long source) {
        return new Scope("infinity", source, false);
    }

    static Scope undone(long source) {
        return new Scope("infinity", source, true);
    }

    /// Sources recorded by an instant and not retracted by then.
    static Scope asOf(Instant instant) {
        return new Scope(instant.toString(), 0, false);
    }

    boolean isPast() {
        return !asOf.equals(EVERYTHING.asOf);
    }

    /// Whether there is a state before this one to compare with.
    boolean hasBefore() {
        return changed != 0;
    }

    /// A condition on `source o`: it counts. What is bound stands in the text, so that COPY can carry it.
    String counts() {
        return "(o.recorded_at <= %1$s::timestamptz and (o.retracted_at is null or o.retracted_at > %1$s::timestamptz))"
                .formatted(Session.literal(asOf));
    }

    /// A condition on `source o`: it counts or has counted until now.
    String concerns() {
        return undone ? "(" + counts() + " or o.source_id = " + changed + ")" : counts();
    }

    /// A condition on the time of an observation.
    String observedBy(String column) {
        return column + " <= " + Session.literal(asOf) + "::timestamptz";
    }
}
