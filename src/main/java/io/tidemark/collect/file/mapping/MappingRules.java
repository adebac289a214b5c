package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a mapping must say, whatever table it is for.
final class MappingRules {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_COLUMNS = 1_000;
    /// Headers are looked for in the beginning of a table only.
    private static final int LAST_HEADER_ROW = 12;
    private static final int MOST_MINUTES = 60 * 24 * 366;

    private final Mapping mapping;
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private final Set<Metric> people = EnumSet.noneOf(Metric.class);
    private final Set<String> named = new HashSet<>();

    private MappingRules(Mapping mapping) {
        this.mapping = mapping;
    }

    /// @throws BadMapping with the first breach
    static void check(Mapping mapping) {
        new MappingRules(mapping).check();
    }

    private void check() {
        refuseIf(
                mapping.name().isBlank()
                        || mapping.name().length() > LONGEST_NAME
                        || mapping.name().chars().anyMatch(c -> c < ' '),
                "name",
                "A mapping needs a name of at most " + LONGEST_NAME + " characters.");
        refuseIf(mapping.columns().size() > MOST_COLUMNS, "columns", "More than " + MOST_COLUMNS + " columns.");
        Integer row = mapping.headerRow();
        refuseIf(
                row != null && (row < 1 || row > LAST_HEADER_ROW),
                "header_row",
                "The header must stand in one of the rows 1 to " + LAST_HEADER_ROW + ".");
        for (int i = 0; i < mapping.columns().size(); i++) {
            checkColumn("columns[" + i + "]", mapping.columns().get(i));
        }
        checkOwner("platform", mapping.platform() != null, Role.PLATFORM);
        checkOwner("account", mapping.account() != null, Role.ACCOUNT);
        checkSeries();
        checkRows();
        checkDates();
    }

    private void checkColumn(String place, MappedColumn column) {
        Role role = column.role();
        refuseIf(column.name().isBlank(), place + ".name", "A column needs a name.");
        refuseIf(
                column.occurrence() != null && column.occurrence() < 1,
                place + ".occurrence",
                "Occurrences count from 1.");
        String key = Vocabulary.normalise(column.name()) + " " + column.before();
        refuseIf(
                !named.add(key),
                place + ".name",
                "The column \"" + column.name() + "\" is given two roles: name it once only.");
        refuseIf(
                !roles.add(role) && !role.repeats(),
                place + ".role",
                "Two columns are " + lower(role) + ": only one can be.");
        refuseIf(
                role.describesPost() && !mapping.rows().ofPosts(),
                place + ".role",
                "Rows are " + lower(mapping.rows()) + ", which have no " + lower(role) + ".");
        refuseIf(
                column.metric() != null && role != Role.METRIC && role != Role.NATIVE,
                place + ".metric",
                "Only a column whose role is metric or native has a metric.");
        Metric metric = role == Role.METRIC ? metric(place + ".metric", column.metric()) : null;
        if (metric != null) {
            checkMetric(place + ".metric", metric);
        }
        refuseIf(
                column.unit() != null && (metric == null || metric.kind() != Kind.DURATION),
                place + ".unit",
                "Only durations have a unit.");
    }

    private static Metric metric(String place, @Nullable String key) {
        String keys = Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.joining(", "));
        if (key == null) {
            throw new BadMapping(place, "Say which metric it is: one of " + keys + ".");
        }
        return Metric.find(key)
                .orElseThrow(() -> new BadMapping(
                        place,
                        "'" + key + "' is not a metric; there are " + keys
                                + ". A number that is none of these can be kept with the role native."));
    }

    private void checkMetric(String place, Metric metric) {
        boolean level = metric.kind() == Kind.GAUGE;
        refuseIf(
                level && mapping.rows().ofPosts(), place, metric.key() + " is a level of an account: a post has none.");
        refuseIf(
                !level && mapping.rows() == RowKind.ACCOUNT_LEVELS,
                place,
                metric.key() + " is no level: rows of it are account_days or posts.");
        refuseIf(
                !metric.kind().adds() && !people.add(metric),
                place,
                "Two columns are " + metric.key() + ", which does not add up: take one of them.");
    }

    private void checkOwner(String member, boolean told, Role role) {
        refuseIf(
                told && roles.contains(role),
                member,
                "The mapping names the " + member + " and a column that names it too: leave one of them out.");
    }

    private void checkSeries() {
        Series series = mapping.series();
        if (series == null) {
            return;
        }
        Metric metric = metric("series.metric", series.metric());
        checkMetric("series.metric", metric);
        refuseIf(
                !series.columns().contains(Series.NUMBER),
                "series.columns",
                "Write the names with " + Series.NUMBER + " for the number, such as TS" + Series.NUMBER + ".");
        refuseIf(
                series.minutes() < 1 || series.minutes() > MOST_MINUTES,
                "series.minutes",
                "A step takes between 1 and " + MOST_MINUTES + " minutes.");
        refuseIf(mapping.rows() != RowKind.POSTS, "series", "Only rows that are posts have a series of readings.");
        refuseIf(
                series.from() == null && !roles.contains(Role.PUBLISHED_AT),
                "series.from",
                "Say when the series begins, or which column is published_at.");
        refuseIf(
                roles.contains(Role.OBSERVED_AT),
                "series",
                "A series has its own times: leave out the column that is observed_at.");
    }

    private void checkRows() {
        RowKind rows = mapping.rows();
        boolean days = rows == RowKind.ACCOUNT_DAYS || rows == RowKind.POST_DAYS;
        refuseIf(
                days && !roles.contains(Role.DAY),
                "columns",
                "Rows are " + lower(rows) + ": say which column is the day.");
        refuseIf(rows == RowKind.POSTS && roles.contains(Role.DAY), "columns", """
                Rows are posts, which have no day: its role is published_at or observed_at, or rows are post_days.""");
        refuseIf(
                days && roles.contains(Role.OBSERVED_AT),
                "columns",
                "Days have no observed_at: the time of the file counts.");
        refuseIf(
                rows.ofPosts()
                        && !roles.contains(Role.POST_ID)
                        && !roles.contains(Role.PERMALINK)
                        && !(roles.contains(Role.PUBLISHED_AT) && roles.contains(Role.TEXT)),
                "columns",
                "Nothing tells one post from another: say which column is post_id or permalink, or which two are"
                        + " published_at and text. Several columns can be post_id together.");
        refuseIf(
                roles.contains(Role.PUBLISHED_TIME) && !roles.contains(Role.PUBLISHED_AT),
                "columns",
                "A published_time needs a column that is published_at beside it.");
        refuseIf(
                !roles.contains(Role.METRIC) && !roles.contains(Role.NATIVE) && mapping.series() == null,
                "columns",
                "No column is a metric: say which numbers are to be taken.");
    }

    private void checkDates() {
        boolean dated = roles.stream().anyMatch(List.of(Role.PUBLISHED_AT, Role.DAY, Role.OBSERVED_AT)::contains);
        refuseIf(
                dated && mapping.dateOrder() == null,
                "date_order",
                "Say how days are written: ymd, dmy, mdy, epoch_seconds or epoch_milliseconds.");
    }

    private static void refuseIf(boolean breach, String member, String sentence) {
        if (breach) {
            throw new BadMapping(member, sentence);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
