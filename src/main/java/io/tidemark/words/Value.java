package io.tidemark.words;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is in a place of a sentence: a number, a name, a day, or another sentence.
public sealed interface Value {
    /// @param begins whether it is where a sentence begins, with a capital
    String english(boolean begins);

    /// A number.
    ///
    /// @param digits after the point
    /// @param signed whether a plus is written, too
    record Quantity(Measure measure, double value, int digits, boolean signed) implements Value {
        private static final double DAYS_FROM = 48;
        private static final double HOURS_PER_DAY = 24;

        public Quantity {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("What is said of a number that is none: " + value);
            }
        }

        @Override
        public String english(boolean begins) {
            return switch (measure) {
                case NUMBER -> number(value, "");
                case PERCENT -> number(value * 100, "%");
                case SPAN -> value < DAYS_FROM ? number(value, " h") : number(value / HOURS_PER_DAY, " days");
                case HOUR -> "%02d:00".formatted((int) value);
                case WEEKDAY -> DayOfWeek.of((int) value).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            };
        }

        /// As browsers write English numbers, so that those of sentences look like those beside them.
        private String number(double written, String unit) {
            String number = String.format(Locale.ROOT, "%,." + digits + "f", Math.abs(written));
            boolean nothing = number.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
            String sign = nothing ? "" : written < 0 ? "-" : signed ? "+" : "";
            return sign + number + unit;
        }
    }

    /// What a number measures.
    enum Measure {
        NUMBER,
        /// Of a share: 0.5 is 50%.
        PERCENT,
        /// Hours, which are written as days where there are many.
        SPAN,
        /// An hour of the day.
        HOUR,
        /// 1 for Monday to 7.
        WEEKDAY
    }

    /// A name.
    ///
    /// @param value its stable code, or the name itself where nobody translates it
    /// @param begun in English, where it begins a sentence
    /// @param within in English, within one
    record Term(Naming naming, String value, String begun, String within) implements Value {
        @Override
        public String english(boolean begins) {
            return begins ? begun : within;
        }
    }

    /// What a name is of.
    enum Naming {
        /// As it is in every language: of an account, a hashtag, a file.
        NAME,
        /// English of somebody else, as it came: what a platform said.
        QUOTE,
        DAY,
        PLATFORM,
        /// A metric, or another number of that kind.
        METRIC,
        CONTENT_TYPE,
        /// What posts have that may work: a kind and a key, such as `weekday/1`.
        EFFECT,
        /// What a change is made of, as in explanations.
        PART
    }

    /// A sentence, or a part of one, within another.
    record Clause(Said value) implements Value {
        @Override
        public String english(boolean begins) {
            return value.english(begins);
        }
    }

    /// A sentence that was kept, of which only this much is known again.
    ///
    /// @param english the whole of it
    /// @param said what it is made from, as JSON
    record Kept(String english, String said) implements Value {
        @Override
        public String english(boolean begins) {
            return english;
        }
    }

    /// Several of them.
    record Clauses(List<Said> value, Joined joined) implements Value {
        public Clauses {
            value = List.copyOf(value);
        }

        @Override
        public String english(boolean begins) {
            if (joined == Joined.IN_TURN) {
                Stream<String> rest = value.stream().skip(1).map(one -> one.english(true));
                return Stream.concat(value.stream().limit(1).map(one -> one.english(begins)), rest)
                        .collect(Collectors.joining(" "));
            }
            List<String> said = value.stream().map(one -> one.english(false)).toList();
            return said.size() == 1
                    ? said.getFirst()
                    : said.stream().limit(said.size() - 1L).collect(Collectors.joining(", ")) + " and "
                            + said.getLast();
        }
    }

    /// How several are made one.
    enum Joined {
        /// One after the other, whole sentences.
        IN_TURN,
        /// "a, b and c".
        AND
    }

    static Value count(long value) {
        return count((double) value);
    }

    static Value count(double value) {
        return new Quantity(Measure.NUMBER, value, 0, false);
    }

    static Value signedCount(double value) {
        return new Quantity(Measure.NUMBER, value, 0, true);
    }

    static Value decimal(double value, int digits) {
        return new Quantity(Measure.NUMBER, value, digits, false);
    }

    /// A share in whole percent.
    static Value percent(double share) {
        return percent(share, 0);
    }

    static Value percent(double share, int digits) {
        return new Quantity(Measure.PERCENT, share, digits, false);
    }

    static Value signedPercent(double share) {
        return signedPercent(share, 0);
    }

    static Value signedPercent(double share, int digits) {
        return new Quantity(Measure.PERCENT, share, digits, true);
    }

    static Value span(double hours) {
        return new Quantity(Measure.SPAN, hours, 0, false);
    }

    static Value hour(int hour) {
        return new Quantity(Measure.HOUR, hour, 0, false);
    }

    /// @param weekday 1 for Monday to 7
    static Value weekday(int weekday) {
        return new Quantity(Measure.WEEKDAY, weekday, 0, false);
    }

    static Value name(String name) {
        return new Term(Naming.NAME, name, name, name);
    }

    /// The number that something goes by, which is written without marks between its digits.
    static Value id(long id) {
        return name(Long.toString(id));
    }

    /// Words of somebody else.
    static Value quote(String words) {
        return new Term(Naming.QUOTE, words, words, words);
    }

    static Value day(LocalDate day) {
        String words = day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));
        return new Term(Naming.DAY, day.toString(), words, words);
    }

    static Value platform(Platform platform) {
        return new Term(Naming.PLATFORM, platform.key(), platform.title(), platform.title());
    }

    static Value metric(Metric metric) {
        return figure(metric.key(), metric.title());
    }

    /// A number that is made of several metrics, such as engagement.
    static Value figure(String key, String name) {
        return new Term(Naming.METRIC, key, name, name.toLowerCase(Locale.ROOT));
    }

    static Value contentType(ContentType type) {
        return new Term(Naming.CONTENT_TYPE, type.key(), type.key(), type.key());
    }

    /// @param within the name within a sentence
    static Value effect(String kind, String key, String name, String within) {
        return new Term(Naming.EFFECT, kind + "/" + key, name, within);
    }

    static Value part(String key, String name) {
        return new Term(Naming.PART, key, name, name);
    }

    static Value clause(Said said) {
        return new Clause(said);
    }

    static Value sentences(List<Said> said) {
        return new Clauses(said, Joined.IN_TURN);
    }

    static Value list(List<Said> said) {
        return new Clauses(said, Joined.AND);
    }
}
