package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.table.BadValue;
import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.collect.file.table.Vocabulary;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A day as TikTok writes it: with its year in the Business Suite; without, and in the language of the interface, in
/// the Studio.
sealed interface WrittenDay {
    record Dated(LocalDate day) implements WrittenDay {}

    record Yearless(MonthDay day) implements WrittenDay {}

    /// @throws BadValue where the cell is no day
    static WrittenDay of(Cell cell) {
        String text = Vocabulary.normalise(cell.text());
        if (!(cell instanceof Cell.Text) || Words.DATED.matcher(text).lookingAt()) {
            return new Dated(DayStyle.SLASHED.read(cell));
        }
        return new Yearless(Words.monthDay(text));
    }

    /// Months in the languages that were seen.
    final class Words {
        private static final Pattern DATED = Pattern.compile("\\d{4}[-/]");
        /// `9月13日`, and the same in Korean.
        private static final Pattern SIGNS = Pattern.compile("(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일]");
        /// `8 de marzo`, `18 tháng tám`, `18 января`.
        private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2}) (.+)");
        /// `april 12`.
        private static final Pattern MONTH_FIRST = Pattern.compile("(.+) (\\d{1,2})");
        private static final Map<String, Integer> MONTHS = new HashMap<>();

        static {
            add("", "january february march april may june july august september october november december");
            add("", "jan feb mar apr may jun jul aug sep oct nov dec");
            add("de ", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
            add("", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря");
            add("tháng ", "một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai");
            add("tháng ", "1 2 3 4 5 6 7 8 9 10 11 12");
        }

        private Words() {}

        private static void add(String before, String months) {
            List<String> names = List.of(months.split(" "));
            for (int i = 0; i < names.size(); i++) {
                MONTHS.put(Vocabulary.normalise(before + names.get(i).replace('_', ' ')), i + 1);
            }
        }

        private static MonthDay monthDay(String text) {
            Matcher signs = SIGNS.matcher(text);
            if (signs.matches()) {
                return day(Integer.parseInt(signs.group(1)), signs.group(2));
            }
            Matcher dayFirst = DAY_FIRST.matcher(text);
            if (dayFirst.matches()) {
                return day(month(dayFirst.group(2)), dayFirst.group(1));
            }
            Matcher monthFirst = MONTH_FIRST.matcher(text);
            if (monthFirst.matches()) {
                return day(month(monthFirst.group(1)), monthFirst.group(2));
            }
            throw bad();
        }

        private static int month(String name) {
            Integer month = MONTHS.get(name);
            if (month == null) {
                throw bad();
            }
            return month;
        }

        private static MonthDay day(int month, String day) {
            try {
                return MonthDay.of(month, Integer.parseInt(day));
            } catch (DateTimeException _) {
                throw bad();
            }
        }

        private static BadValue bad() {
            return new BadValue(null, Reason.NO_TIKTOK_DAY.said(), "");
        }
    }
}
