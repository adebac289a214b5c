package io.tidemark.collect.file.mapping;

import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Kind;
import io.tidemark.metric.Metric;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a mapping must say, whatever table it is for.
final class MappingRules {
    private static final Sentence NAMELESS =
            Sentence.of("mapping_nameless", "A mapping needs a name of at most {most} characters.");
    private static final Sentence TOO_MANY_COLUMNS =
            Sentence.of("mapping_too_many_columns", "More than {most} columns.");
    private static final Sentence HEADER_TOO_LOW =
            Sentence.of("mapping_header_too_low", "The header must stand in one of the rows 1 to {last}.");
    private static final Sentence COLUMN_NAMELESS = Sentence.of("mapping_column_nameless", "A column needs a name.");
    private static final Sentence OCCURRENCE_TOO_LOW =
            Sentence.of("mapping_occurrence_too_low", "Occurrences count from 1.");
    private static final Sentence COLUMN_TWICE =
            Sentence.of("mapping_column_twice", "The column \"{column}\" is given two roles: name it once only.");
    private static final Sentence ROLE_TWICE =
            Sentence.of("mapping_role_twice", "Two columns are {role}: only one can be.");
    private static final Sentence ROWS_WITHOUT_ROLE =
            Sentence.of("mapping_rows_without_role", "Rows are {rows}, which have no {role}.");
    private static final Sentence METRIC_OF_NO_NUMBER =
            Sentence.of("mapping_metric_of_no_number", "Only a column whose role is metric or native has a metric.");
    private static final Sentence UNIT_OF_NO_DURATION =
            Sentence.of("mapping_unit_of_no_duration", "Only durations have a unit.");
    private static final Sentence METRIC_NEEDED =
            Sentence.of("mapping_metric_needed", "Say which metric it is: one of {metrics}.");
    private static final Sentence METRIC_UNKNOWN = Sentence.of(
            "mapping_metric_unknown",
            "'{value}' is not a metric; there are {metrics}. A number that is none of these can be kept"
                    + " with the role native.");
    private static final Sentence LEVEL_OF_POST =
            Sentence.of("mapping_level_of_post", "{metric} is a level of an account: a post has none.");
    private static final Sentence NO_LEVEL =
            Sentence.of("mapping_no_level", "{metric} is no level: rows of it are account_days or posts.");
    private static final Sentence METRIC_TWICE =
            Sentence.of("mapping_metric_twice", "Two columns are {metric}, which does not add up: take one of them.");
    private static final Sentence OWNER_TWICE = Sentence.of(
            "mapping_owner_twice",
            "The mapping names the {role} and a column that names it too: leave one of them out.");
    private static final Sentence SERIES_WITHOUT_NUMBER = Sentence.of(
            "mapping_series_without_number", "Write the names with {place} for the number, such as TS{place}.");
    private static final Sentence STEP_OUTSIDE =
            Sentence.of("mapping_step_outside", "A step takes between 1 and {most} minutes.");
    private static final Sentence SERIES_OF_NO_POSTS =
            Sentence.of("mapping_series_of_no_posts", "Only rows that are posts have a series of readings.");
    private static final Sentence SERIES_BEGIN_NEEDED =
            Sentence.of("mapping_series_begin_needed", "Say when the series begins, or which column is published_at.");
    private static final Sentence SERIES_HAS_TIMES = Sentence.of(
            "mapping_series_has_times", "A series has its own times: leave out the column that is observed_at.");
    private static final Sentence DAY_NEEDED =
            Sentence.of("mapping_day_needed", "Rows are {rows}: say which column is the day.");
    private static final Sentence DAY_OF_POST = Sentence.of(
            "mapping_day_of_post",
            "Rows are posts, which have no day: its role is published_at or observed_at, or rows are" + " post_days.");
    private static final Sentence OBSERVED_DAY =
            Sentence.of("mapping_observed_day", "Days have no observed_at: the time of the file counts.");
    private static final Sentence POST_UNTOLD = Sentence.of(
            "mapping_post_untold",
            "Nothing tells one post from another: say which column is post_id or permalink, or which two"
                    + " are published_at and text. Several columns can be post_id together.");
    private static final Sentence TIME_WITHOUT_DAY =
            Sentence.of("mapping_time_without_day", "A published_time needs a column that is published_at beside it.");
    private static final Sentence NO_NUMBERS =
            Sentence.of("mapping_no_numbers", "No column is a metric: say which numbers are to be taken.");
    private static final Sentence DATE_ORDER_NEEDED = Sentence.of(
            "mapping_date_order_needed",
            "Say how days are written: ymd, dmy, mdy, epoch_seconds or epoch_milliseconds.");

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
                NAMELESS.said(Map.of("most", Value.count(LONGEST_NAME))));
        refuseIf(
                mapping.columns().size() > MOST_COLUMNS,
                "columns",
                TOO_MANY_COLUMNS.said(Map.of("most", Value.count(MOST_COLUMNS))));
        Integer row = mapping.headerRow();
        refuseIf(
                row != null && (row < 1 || row > LAST_HEADER_ROW),
                "header_row",
                HEADER_TOO_LOW.said(Map.of("last", Value.count(LAST_HEADER_ROW))));
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
        refuseIf(column.name().isBlank(), place + ".name", COLUMN_NAMELESS.said());
        refuseIf(
                column.occurrence() != null && column.occurrence() < 1,
                place + ".occurrence",
                OCCURRENCE_TOO_LOW.said());
        String key = Vocabulary.normalise(column.name()) + " " + column.before();
        refuseIf(!named.add(key), place + ".name", COLUMN_TWICE.said(Map.of("column", Value.name(column.name()))));
        refuseIf(!roles.add(role) && !role.repeats(), place + ".role", ROLE_TWICE.said(Map.of("role", role.word())));
        refuseIf(
                role.describesPost() && !mapping.rows().ofPosts(),
                place + ".role",
                ROWS_WITHOUT_ROLE.said(Map.of("rows", mapping.rows().word(), "role", role.word())));
        refuseIf(
                column.metric() != null && role != Role.METRIC && role != Role.NATIVE,
                place + ".metric",
                METRIC_OF_NO_NUMBER.said());
        Metric metric = role == Role.METRIC ? metric(place + ".metric", column.metric()) : null;
        if (metric != null) {
            checkMetric(place + ".metric", metric);
        }
        refuseIf(
                column.unit() != null && (metric == null || metric.kind() != Kind.DURATION),
                place + ".unit",
                UNIT_OF_NO_DURATION.said());
    }

    private static Metric metric(String place, @Nullable String key) {
        Value keys = Value.name(Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.joining(", ")));
        if (key == null) {
            throw new BadMapping(place, METRIC_NEEDED.said(Map.of("metrics", keys)));
        }
        return Metric.find(key)
                .orElseThrow(() ->
                        new BadMapping(place, METRIC_UNKNOWN.said(Map.of("value", Value.name(key), "metrics", keys))));
    }

    private void checkMetric(String place, Metric metric) {
        boolean level = metric.kind() == Kind.GAUGE;
        Map<String, Value> named = Map.of("metric", Value.metric(metric));
        refuseIf(level && mapping.rows().ofPosts(), place, LEVEL_OF_POST.said(named));
        refuseIf(!level && mapping.rows() == RowKind.ACCOUNT_LEVELS, place, NO_LEVEL.said(named));
        refuseIf(!metric.kind().adds() && !people.add(metric), place, METRIC_TWICE.said(named));
    }

    private void checkOwner(String member, boolean told, Role role) {
        refuseIf(told && roles.contains(role), member, OWNER_TWICE.said(Map.of("role", role.word())));
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
                SERIES_WITHOUT_NUMBER.said(Map.of("place", Value.name(Series.NUMBER))));
        refuseIf(
                series.minutes() < 1 || series.minutes() > MOST_MINUTES,
                "series.minutes",
                STEP_OUTSIDE.said(Map.of("most", Value.count(MOST_MINUTES))));
        refuseIf(mapping.rows() != RowKind.POSTS, "series", SERIES_OF_NO_POSTS.said());
        refuseIf(
                series.from() == null && !roles.contains(Role.PUBLISHED_AT), "series.from", SERIES_BEGIN_NEEDED.said());
        refuseIf(roles.contains(Role.OBSERVED_AT), "series", SERIES_HAS_TIMES.said());
    }

    private void checkRows() {
        RowKind rows = mapping.rows();
        boolean days = rows == RowKind.ACCOUNT_DAYS || rows == RowKind.POST_DAYS;
        refuseIf(days && !roles.contains(Role.DAY), "columns", DAY_NEEDED.said(Map.of("rows", rows.word())));
        refuseIf(rows == RowKind.POSTS && roles.contains(Role.DAY), "columns", DAY_OF_POST.said());
        refuseIf(days && roles.contains(Role.OBSERVED_AT), "columns", OBSERVED_DAY.said());
        refuseIf(
                rows.ofPosts()
                        && !roles.contains(Role.POST_ID)
                        && !roles.contains(Role.PERMALINK)
                        && !(roles.contains(Role.PUBLISHED_AT) && roles.contains(Role.TEXT)),
                "columns",
                POST_UNTOLD.said());
        refuseIf(
                roles.contains(Role.PUBLISHED_TIME) && !roles.contains(Role.PUBLISHED_AT),
                "columns",
                TIME_WITHOUT_DAY.said());
        refuseIf(
                !roles.contains(Role.METRIC) && !roles.contains(Role.NATIVE) && mapping.series() == null,
                "columns",
                NO_NUMBERS.said());
    }

    private void checkDates() {
        boolean dated = roles.stream().anyMatch(List.of(Role.PUBLISHED_AT, Role.DAY, Role.OBSERVED_AT)::contains);
        refuseIf(dated && mapping.dateOrder() == null, "date_order", DATE_ORDER_NEEDED.said());
    }

    private static void refuseIf(boolean breach, String member, Said sentence) {
        if (breach) {
            throw new BadMapping(member, sentence);
        }
    }
}
