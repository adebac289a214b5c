package io.tidemark.ledger;

import io.tidemark.ledger.ExportColumn.Kind;
import io.tidemark.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The tables that can be exported, with their columns. Headers are a promise: a column may be added at the end, and
/// none is renamed.
public enum ExportTable {
    POSTS("published", posts()),
    SNAPSHOTS("observed", snapshots()),
    DAILY("the platform's own date label", daily()),
    SUMMARIES("the first day of the stretch", summaries()),
    BREAKDOWNS("the stated period, or else observed", breakdowns());

    /// A column and the expression that gives it.
    record Selected(ExportColumn column, String expression) {}

    private final String dated;

    @SuppressWarnings("ImmutableEnumChecker") // A list that cannot be changed.
    private final List<Selected> selected;

    ExportTable(String dated, List<Selected> selected) {
        this.dated = dated;
        this.selected = selected;
    }

    /// Which date of a row decides whether it lies in a period.
    public String dated() {
        return dated;
    }

    public List<ExportColumn> columns() {
        return selected.stream().map(Selected::column).toList();
    }

    String selectList() {
        return selected.stream().map(Selected::expression).collect(Collectors.joining(", "));
    }

    private static List<Selected> posts() {
        List<Selected> columns = new ArrayList<>();
        columns.add(id("post_id", "p.post_id", "The post."));
        addAccount(columns, "p.account_id");
        columns.add(text("external_ids", "x.ids", "What platforms call the post: scheme:id, separated by blanks."));
        columns.add(of("published_at", Kind.TIME, "p.published_at", "When it was published."));
        columns.add(text("content_type", "p.content_type", "Its format, or reel, short, story, live, reply."));
        columns.add(text("boosted", "p.boosted", "Whether money was spent on showing it: yes, no, unknown."));
        columns.add(of("deleted", Kind.BOOLEAN, "p.deleted::text", "Whether the platform no longer shows it."));
        columns.add(text("text", "p.text", "What it says."));
        columns.add(text("url", "p.url", "Where it is."));
        MetricColumns.OF_POSTS.forEach(metric -> columns.add(metric(metric, "p." + metric.key())));
        columns.add(number("engagement", "p.engagement", "Engagement by engagement/1."));
        columns.add(number(
                "engagement_rate",
                "p.engagement_rate",
                "Engagement over the platform's shipped denominator, whatever the settings."));
        columns.add(number("ctr", "p.ctr", "Link clicks over impressions."));
        columns.add(text("labels", "k.labels", "The labels that it carries today: a JSON list of kind:name."));
        columns.add(of(
                "collab",
                Kind.BOOLEAN,
                "p.collab::text",
                "Whether it was published together with another account; empty where nobody said."));
        columns.add(of(
                "crosspost",
                Kind.BOOLEAN,
                "p.crosspost::text",
                "Whether it is also shown elsewhere, whose numbers may be in its own; empty where nobody said."));
        return List.copyOf(columns);
    }

    private static List<Selected> snapshots() {
        List<Selected> columns = new ArrayList<>();
        columns.add(id("post_id", "p.post_id", "The post."));
        columns.add(id("account_id", "p.account_id", "Its account."));
        columns.add(text("platform", "a.platform", "The platform."));
        columns.add(of("observed_at", Kind.TIME, "s.observed_at", "When the counters were so."));
        columns.add(id("source_id", "s.source_id", "The sync run or file that said so."));
        MetricColumns.OF_POSTS.forEach(metric -> columns.add(metric(metric, "s." + metric.key())));
        return List.copyOf(columns);
    }

    private static List<Selected> daily() {
        List<Selected> columns = new ArrayList<>();
        addAccount(columns, "f.account_id");
        columns.add(id(
                "post_id",
                "nullif(f.subject_id, f.account_id)",
                "The post, where the value is one of a post and not of the account."));
        columns.add(of("day", Kind.DATE, "f.day", "The platform's own date label, never shifted."));
        columns.add(text("bucket_zone", "max(f.bucket_zone)", "The zone in which the platform cuts its days."));
        columns.add(of("observed_at", Kind.TIME, "max(f.observed_at)", "The newest observation among the values."));
        for (Metric metric : Metric.values()) {
            columns.add(metric(
                    metric,
                    "(array_agg(f.value order by f.observed_at desc) filter (where f.metric = '" + metric.key()
                            + "'))[1]"));
        }
        return List.copyOf(columns);
    }

    private static List<Selected> summaries() {
        List<Selected> columns = new ArrayList<>();
        addAccount(columns, "s.account_id");
        columns.add(text(
                "content_type", "s.content_type", "The content type; all is what the platform said of the account."));
        columns.add(text("basis", "s.basis", "activity: in the stretch; published: posts published in it, as of now."));
        columns.add(text("granularity", "s.granularity", "How long the stretch is."));
        columns.add(of("period_start", Kind.DATE, "s.period_start", "The first day of the stretch."));
        columns.add(number("posts", "s.posts", "How many posts stand behind the row."));
        columns.add(of("observed_at", Kind.TIME, "s.observed_at", "The newest observation behind the row."));
        for (Metric metric : Metric.values()) {
            columns.add(metric(metric, "s." + metric.key()));
        }
        for (Metric metric : MetricColumns.OF_POSTS) {
            columns.add(number(
                    metric.key() + "_n",
                    "s." + metric.key() + "_n",
                    "How many posts reported " + metric.title().toLowerCase(Locale.ROOT) + "."));
        }
        columns.add(number("estimated_n", "s.estimated_n", "How many posts have a day that is interpolated."));
        columns.add(number("open_n", "s.open_n", "How many posts were last read inside a day, which is then open."));
        columns.add(number(
                "imported_n",
                "s.imported_n",
                "How many posts have a day that rests on an export file, or of all, how many days of the account do."));
        columns.add(number(
                "imported_followers_n",
                "s.imported_followers_n",
                "On how many days of the account an export file said the followers."));
        return List.copyOf(columns);
    }

    private static List<Selected> breakdowns() {
        List<Selected> columns = new ArrayList<>();
        addAccount(columns, "b.account_id");
        columns.add(
                text("dimension", "b.dimension", "What is broken down by, or total for a total that a file states."));
        columns.add(text("key", "b.key", "The part."));
        columns.add(text("metric", "b.metric", "A metric of the dictionary, or a platform's own."));
        columns.add(of("period_from", Kind.DATE, "b.period_from", "First day of the stated period, if one is stated."));
        columns.add(of("period_to", Kind.DATE, "b.period_to", "Last day of the stated period, if one is stated."));
        columns.add(of("observed_at", Kind.TIME, "b.observed_at", "When it was so."));
        columns.add(id("source_id", "b.source_id", "The sync run or file that said so."));
        columns.add(number("value", "b.value", "The value."));
        return List.copyOf(columns);
    }

    private static void addAccount(List<Selected> columns, String id) {
        columns.add(id("account_id", id, "The account."));
        columns.add(text("platform", "a.platform", "The platform."));
        columns.add(text("account", "a.handle", "The account's handle."));
        columns.add(of("owned", Kind.BOOLEAN, "a.owned::text", "Whether the account is the business's own."));
    }

    private static Selected metric(Metric metric, String expression) {
        return number(metric.key(), expression, metric.title() + " (" + metric.unit() + ").");
    }

    private static Selected id(String name, String expression, String meaning) {
        return of(name, Kind.ID, expression, meaning);
    }

    private static Selected text(String name, String expression, String meaning) {
        return of(name, Kind.TEXT, expression, meaning);
    }

    private static Selected number(String name, String expression, String meaning) {
        return of(name, Kind.NUMBER, expression, meaning);
    }

    private static Selected of(String name, Kind kind, String expression, String meaning) {
        return new Selected(new ExportColumn(name, kind, meaning), expression);
    }
}
