package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A stretch of a timeline, and the place in it. The newest days are listed with the numbers that X shows the author
/// alone, which then cost nothing more; what is older is listed without, since a page that has such posts loses them.
///
/// @param open whether the author's numbers are left out
/// @param from begin of it; null where there is none
/// @param to end of it; null for now
/// @param token of the page; empty for the first
record Stretch(
        boolean open, @Nullable Instant from, @Nullable Instant to, String token) {
    private static final char SEPARATOR = '~';
    private static final int PARTS = 4;
    private static final String OPEN = "open";
    private static final String OWN = "own";

    /// X knows no earlier time.
    private static final Instant FIRST = Instant.parse("2010-11-06T00:00:01Z");

    /// @param since nothing before is wanted
    /// @param recent since when X tells the author's numbers
    static Stretch first(@Nullable Instant since, Instant recent) {
        return new Stretch(false, since != null && since.isAfter(recent) ? since : recent, null, "");
    }

    static Stretch parse(String cursor) {
        String[] parts = cursor.split(Character.toString(SEPARATOR), PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("Not a place in a timeline of X: " + cursor);
        }
        return new Stretch(parts[0].equals(OPEN), instant(parts[1]), instant(parts[2]), parts[3]);
    }

    String cursor() {
        return String.join(Character.toString(SEPARATOR), open ? OPEN : OWN, text(from), text(to), token);
    }

    Stretch page(String next) {
        return new Stretch(open, from, to, next);
    }

    Stretch opened() {
        return new Stretch(true, from, to, token);
    }

    /// What lies before this one; null where nothing of it is wanted. They overlap by a second, since X does not say
    /// which of its bounds belong to it.
    @Nullable
    Stretch before(@Nullable Instant since) {
        Instant begin = from;
        if (to != null || begin == null || (since != null && !since.isBefore(begin))) {
            return null;
        }
        return new Stretch(true, since, begin.plusSeconds(1), "");
    }

    void ask(Query query) {
        if (from != null) {
            query.add("start_time", text(from.isBefore(FIRST) ? FIRST : from));
        }
        if (to != null) {
            query.add("end_time", text(to));
        }
        if (!token.isEmpty()) {
            query.add("pagination_token", token);
        }
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
