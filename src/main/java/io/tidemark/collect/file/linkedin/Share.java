package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a whole: `0.02`, `2%` or `< 1%`.
///
/// @param below whether it is less than the value, of which no more is known
record Share(double value, boolean below) {
    private static final Pattern BELOW = Pattern.compile(
            "(?:<|less than|menos de|weniger als)\\s*(\\d+(?:[.,]\\d+)?)\\s*%", Pattern.CASE_INSENSITIVE);

    static Optional<Share> of(Line line, String column) {
        String text = line.cell(column).stripped();
        Matcher bound = BELOW.matcher(text);
        if (bound.matches()) {
            return Optional.of(new Share(Double.parseDouble(bound.group(1).replace(',', '.')) / 100, true));
        }
        OptionalDouble number = line.decimal(column);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double value = text.endsWith("%") ? number.getAsDouble() / 100 : number.getAsDouble();
        if (value < 0 || value > 1) {
            throw line.bad(column, Reason.NO_SHARE.said());
        }
        return Optional.of(new Share(value, false));
    }

    /// The bound of a share is no share: it is kept under a name of its own.
    String metric(String name) {
        return below ? name + "_below" : name;
    }
}
