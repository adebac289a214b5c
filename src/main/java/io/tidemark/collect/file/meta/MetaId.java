package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.table.Vocabulary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ids of Meta: 5 to 20 digits. Spreadsheets show them as `1.22158E+17`, which names many ids.
final class MetaId {
    private static final Pattern WHOLE = Pattern.compile("\\d{5,20}");
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");
    private static final Pattern IN_LINK = Pattern.compile("\\d{5,20}");
    private static final Pattern OF_PAGE = Pattern.compile("\\d{5,20}_(\\d{5,20})");
    /// A spreadsheet keeps this many digits of a number.
    private static final int EXACT_DIGITS = 15;

    private MetaId() {}

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    static boolean isShortened(String text) {
        return SHORTENED.matcher(text).matches();
    }

    /// The id of the post in `<page>_<post>`; other texts as they are.
    static String withoutPage(String text) {
        Matcher both = OF_PAGE.matcher(text);
        return both.matches() ? both.group(1) : text;
    }

    /// The one number in a link that a spreadsheet would show like this.
    static Optional<String> rebuilt(String shortened, String link) {
        BigDecimal shown = new BigDecimal(Vocabulary.normalise(shortened).replace(',', '.'));
        MathContext digits = new MathContext(Math.min(shown.precision(), EXACT_DIGITS));
        BigDecimal rounded = shown.round(digits);
        return IN_LINK.matcher(link)
                .results()
                .map(MatchResult::group)
                .filter(id -> new BigDecimal(id).round(digits).compareTo(rounded) == 0)
                .findFirst();
    }
}
