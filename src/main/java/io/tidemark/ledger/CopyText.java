package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/// A statement for COPY, which takes no parameters: values are written into it as literals of their type.
final class CopyText {
    private final StringBuilder text = new StringBuilder();

    CopyText sql(String more) {
        text.append(more);
        return this;
    }

    CopyText value(long number) {
        text.append(number);
        return this;
    }

    CopyText value(Instant instant) {
        text.append('\'').append(instant).append("'::timestamptz");
        return this;
    }

    CopyText value(LocalDate date) {
        text.append('\'').append(date).append("'::date");
        return this;
    }

    CopyText value(String string) {
        if (string.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL's text cannot hold NUL");
        }
        // Backslashes mean themselves: standard_conforming_strings is on wherever nobody turned it off.
        text.append('\'').append(string.replace("'", "''")).append('\'');
        return this;
    }

    CopyText numbers(Collection<Long> numbers) {
        text.append('\'')
                .append(numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .append("'::bigint[]");
        return this;
    }

    CopyText strings(Collection<String> strings) {
        text.append("array[");
        String separator = "";
        for (String string : strings.stream().sorted().toList()) {
            text.append(separator);
            value(string);
            separator = ", ";
        }
        text.append("]::text[]");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
