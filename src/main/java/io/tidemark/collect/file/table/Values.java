package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as platforms and spreadsheets write them. What could mean two numbers is refused, never guessed.
public final class Values {
    private static final Set<String> MISSING =
            Set.of("", "-", "--", "\u2013", "\u2014", "n/a", "na", "nan", "undefined", "null");
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d+");
    private static final Pattern POINT_DECIMAL = Pattern.compile("[-+]?\\d*\\.\\d+");
    private static final Pattern COMMA_DECIMAL = Pattern.compile("[-+]?\\d*,\\d+");
    private static final Pattern POINT_GROUPED = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern COMMA_GROUPED = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?\\d+([.,]\\d+)?[eE][-+]?\\d+");
    /// `3.апр`, `03-Apr`, `Apr-03`: 3.4 was taken for the third of April.
    private static final Pattern DATE_LIKE = Pattern.compile("\\d{1,2}[.\\-/]\\p{L}{3,}\\.?|\\p{L}{3,}[.\\-/]\\d{1,2}");

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d+):)?(\\d{1,3}):(\\d{2}(?:\\.\\d+)?)");
    private static final LocalDateTime DURATIONS_FROM = LocalDateTime.of(1899, 12, 31, 0, 0);
    private static final int DURATIONS_BEFORE = 1901;
    private static final double MOST = 1L << 53;

    private Values() {}

    /// The number of a cell; empty where the cell is blank or says that there is none.
    public static OptionalDouble number(Cell cell, NumberStyle style) {
        return switch (cell) {
            case Cell.Numeric number -> OptionalDouble.of(bounded(number.value()));
            case Cell.Broken broken -> throw bad(broken.reason());
            case Cell.Moment _ -> throw bad(Reason.TURNED_TO_DATE.said());
            case Cell.Text _ -> number(cell.stripped(), style);
        };
    }

    private static OptionalDouble number(String text, NumberStyle style) {
        if (isMissing(text)) {
            return OptionalDouble.empty();
        }
        String plain = text.endsWith("%") ? text.substring(0, text.length() - 1).stripTrailing() : text;
        if (PLAIN.matcher(plain).matches()) {
            return OptionalDouble.of(bounded(Double.parseDouble(plain)));
        }
        if (DATE_LIKE.matcher(plain).matches()) {
            throw bad(Reason.TURNED_TO_DATE.said());
        }
        if (SCIENTIFIC.matcher(plain).matches()) {
            throw bad(Reason.NUMBER_SHORTENED.said());
        }
        return OptionalDouble.of(bounded(Double.parseDouble(
                switch (style) {
                    case POINT -> point(plain);
                    case COMMA -> comma(plain);
                })));
    }

    private static String point(String text) {
        if (POINT_DECIMAL.matcher(text).matches()) {
            return text;
        }
        if (POINT_GROUPED.matcher(text).matches()) {
            return text.replace(",", "");
        }
        // 12,34 cannot be a grouped number, so the comma is a decimal one.
        if (COMMA_DECIMAL.matcher(text).matches()) {
            return text.replace(',', '.');
        }
        throw bad(Reason.NO_NUMBER.said());
    }

    private static String comma(String text) {
        if (COMMA_DECIMAL.matcher(text).matches()) {
            return text.replace(',', '.');
        }
        if (COMMA_GROUPED.matcher(text).matches()) {
            if (!text.contains(",") && text.indexOf('.') == text.lastIndexOf('.')) {
                throw bad(Reason.POINT_UNCLEAR.said());
            }
            return text.replace(".", "").replace(',', '.');
        }
        if (POINT_DECIMAL.matcher(text).matches()) {
            return text;
        }
        throw bad(Reason.NO_NUMBER.said());
    }

    /// Seconds of a duration; workbooks count them as parts of a day from the first day that they know.
    public static OptionalDouble seconds(Cell cell, NumberStyle style) {
        if (cell instanceof Cell.Moment moment && moment.at().getYear() < DURATIONS_BEFORE) {
            return OptionalDouble.of(
                    Math.rint(Duration.between(DURATIONS_FROM, moment.at()).toMillis() / 1000.0));
        }
        Matcher clock = CLOCK.matcher(cell.stripped());
        if (cell instanceof Cell.Text && clock.matches()) {
            double hours = clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1));
            return OptionalDouble.of(
                    hours * 3600 + Double.parseDouble(clock.group(2)) * 60 + Double.parseDouble(clock.group(3)));
        }
        return number(cell, style);
    }

    public static boolean isMissing(String text) {
        return MISSING.contains(Vocabulary.normalise(text));
    }

    private static double bounded(double value) {
        if (!Double.isFinite(value) || Math.abs(value) > MOST) {
            throw bad(Reason.TOO_LARGE.said());
        }
        return value;
    }

    private static BadValue bad(Said reason) {
        return new BadValue(null, reason, "");
    }
}
