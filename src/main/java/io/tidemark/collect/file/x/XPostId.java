package io.tidemark.collect.file.x;

import io.tidemark.collect.file.table.Cell;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Alias;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The id of a post, and the handle of its account where a link names it.
///
/// @param rebuilt whether the id had to be taken from the link, since a spreadsheet has cut the one of its own column
record XPostId(String id, Optional<String> handle, boolean rebuilt) {
    private static final Pattern LINK = Pattern.compile(
            "\\b(?:x|twitter)\\.com/(?:i/(?:web/)?|(?<handle>\\w{1,20})/)status(?:es)?/(?<id>\\d{1,19})(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile("\\d{1,19}");
    private static final Pattern SHORTENED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d{1,2}");
    /// A spreadsheet keeps fifteen digits of a number and fills up with zeros.
    private static final Pattern CUT = Pattern.compile("\\d{15}0{2,}");
    /// How far `6.5E+17` may be from what it was.
    private static final double ROUNDING = 0.01;
    /// Ids below were given one after the other; since then the upper bits are the milliseconds of creation.
    private static final long FIRST_WITH_TIME = 30_000_000_000L;
    private static final long EPOCH_MILLIS = 1_288_834_974_657L;

    static XPostId of(Line line) {
        Cell cell = line.cell("post id");
        Optional<XPostId> linked = inLink(line.cell("post link"));
        boolean whole = isWhole(cell);
        if (linked.isEmpty()) {
            if (!whole || CUT.matcher(cell.stripped()).matches()) {
                throw line.bad(
                        "post id",
                        isWholeOrShortened(cell) ? Reason.ID_SHORTENED_NO_LINK.said() : Reason.NO_ID_NO_LINK.said());
            }
            return new XPostId(cell.stripped(), Optional.empty(), false);
        }
        XPostId post = linked.get();
        if (cell.isBlank() || cell.stripped().equals(post.id())) {
            return post;
        }
        if (!isWholeOrShortened(cell) || !isNear(cell, post.id())) {
            throw line.bad("post id", Reason.OTHER_ID_THAN_LINK.said(Map.of("post", Value.name(post.id()))));
        }
        return new XPostId(post.id(), post.handle(), true);
    }

    static Optional<XPostId> inLink(Cell cell) {
        Matcher link = LINK.matcher(cell.stripped());
        return link.find()
                ? Optional.of(new XPostId(link.group("id"), Optional.ofNullable(link.group("handle")), false))
                : Optional.empty();
    }

    static boolean isWholeOrShortened(Cell cell) {
        return isWhole(cell) || SHORTENED.matcher(cell.stripped()).matches();
    }

    private static boolean isWhole(Cell cell) {
        return WHOLE.matcher(cell.stripped()).matches();
    }

    private static boolean isNear(Cell cell, String id) {
        double shown = Double.parseDouble(cell.stripped().replace(',', '.'));
        return Math.abs(shown / Double.parseDouble(id) - 1) < ROUNDING
                && !(isWhole(cell) && !CUT.matcher(cell.stripped()).matches());
    }

    Alias alias() {
        return new Alias("x:post", id);
    }

    /// When the post was made; empty for ids from before November 2010, which carry no time.
    Optional<Instant> createdAt() {
        long number = Long.parseUnsignedLong(id);
        return Long.compareUnsigned(number, FIRST_WITH_TIME) < 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli((number >>> 22) + EPOCH_MILLIS));
    }
}
