package io.tidemark.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Renders the dictionary as the page `docs/metrics.md`.
final class MetricsPage {
    private final StringBuilder page = new StringBuilder();

    static String render() {
        MetricsPage page = new MetricsPage();
        page.introduction();
        page.metrics();
        page.definitions();
        page.overview();
        page.breaks();
        Arrays.stream(Platform.values()).forEach(page::platform);
        return page.page.toString();
    }

    private void introduction() {
        paragraph("# Metrics");
        paragraph("""
                What Tidemark counts, what may be added up, how derived numbers are computed, and what each platform
                provides. This page is written from the dictionary in the program (`dictionary.csv` in the package
                `io.tidemark.metric`); a test keeps the two alike. By which calls and files each number comes, and how late:
                [platforms](platforms/README.md).""");
        paragraph("""
                A value that is missing is never counted as zero. A platform that does not provide a metric shows "not
                provided". One number of a platform feeds one metric only.""");
    }

    private void metrics() {
        paragraph("## All metrics");
        paragraph("""
                What platforms give. As a definition each is the metric and a version: `impressions/1`.""");
        row("metric", "name", "what it is", "unit", "kind", "what may be summed");
        rule(6);
        for (Metric metric : Metric.values()) {
            row(
                    code(metric.key()),
                    metric.title(),
                    Definitions.of(metric).formula(),
                    metric.unit(),
                    lower(metric.kind()),
                    sums(metric.kind()));
        }
        blank();
    }

    private static String sums(Kind kind) {
        return switch (kind) {
            case COUNTER, DURATION -> "over posts, days and accounts";
            case UNIQUE -> "over posts only, as a labelled sum that counts people more than once; never over days";
            case GAUGE -> "over accounts only; of several days the last counts";
        };
    }

    private void definitions() {
        paragraph("## Derived numbers");
        paragraph("""
                A definition never changes; another way of computing gets another version. Every answer names the
                definitions that it used.""");
        row("definition", "name", "how it is computed");
        rule(3);
        Definitions.derived()
                .forEach(definition -> row(code(definition.id()), definition.title(), definition.formula()));
        blank();
        paragraph("""
                What these come to per platform. Terms in parentheses are added where they are reported; where any other
                term is missing, the engagement is unknown. Stories of Instagram need neither likes nor saves. For an
                account's day the same terms hold: one that the platform does not report per day has to come from the
                account's posts.""");
        row(
                "platform",
                code("engagement/1"),
                "clicks added by " + code("engagement_with_clicks/1"),
                "rate by default per");
        rule(4);
        for (Platform platform : Platform.values()) {
            row(
                    platform.title(),
                    publicTerms(platform),
                    clicks(platform),
                    code(Denominator.defaultFor(platform).key()));
        }
        blank();
    }

    private static String publicTerms(Platform platform) {
        EngagementTerms terms = terms(Engagement.PUBLIC, platform);
        return terms.metrics().stream()
                .map(metric -> terms.requires(metric) ? metric.key() : "(" + metric.key() + ")")
                .collect(Collectors.joining(" + "));
    }

    private static String clicks(Platform platform) {
        Set<Metric> added =
                EnumSet.copyOf(terms(Engagement.WITH_CLICKS, platform).metrics());
        terms(Engagement.PUBLIC, platform).metrics().forEach(added::remove);
        return added.isEmpty() ? "–" : added.stream().map(Metric::key).collect(Collectors.joining(", "));
    }

    /// Of a post of unknown type: it may have what any type has.
    private static EngagementTerms terms(Engagement engagement, Platform platform) {
        return Engagements.terms(engagement, platform, Subject.POST, ContentType.UNKNOWN);
    }

    private void overview() {
        paragraph("## Who provides what");
        paragraph("""
                **P** per post, **D** per day of an account, **N** of an account as of now; in parentheses where only
                under a condition. The tables below name the conditions and the content types.""");
        List<String> head = new ArrayList<>(List.of("metric"));
        Arrays.stream(Platform.values()).map(Platform::title).forEach(head::add);
        row(head.toArray(String[]::new));
        rule(head.size());
        for (Metric metric : Metric.values()) {
            List<String> cells = new ArrayList<>(List.of(code(metric.key())));
            Arrays.stream(Platform.values())
                    .map(platform -> marks(platform, metric))
                    .forEach(cells::add);
            row(cells.toArray(String[]::new));
        }
        blank();
    }

    private void breaks() {
        paragraph("## Breaks");
        paragraph("""
                From these days on a platform counts something else under a metric. Numbers stay what the platform said;
                trends mark the day (`markers` of `/api/v1/analytics/trends`).""");
        row("from", "platform", "metric", "content types", "what changed", "source");
        rule(6);
        for (SeriesBreak change : SeriesBreak.ALL) {
            boolean oneDay = change.from().equals(change.to());
            row(
                    oneDay ? change.from().toString() : change.from() + " to " + change.to(),
                    change.platform().title(),
                    code(change.metric().key()),
                    change.only().isEmpty()
                            ? "all"
                            : change.only().stream()
                                    .sorted()
                                    .map(ContentType::key)
                                    .collect(Collectors.joining(", ")),
                    change.text(),
                    change.source());
        }
        blank();
    }

    private static String marks(Platform platform, Metric metric) {
        String marks = Arrays.stream(Subject.values())
                .flatMap(subject -> Dictionary.find(platform, subject, metric).stream())
                .map(provision -> provision.conditional() ? "(" + mark(provision) + ")" : mark(provision))
                .collect(Collectors.joining(" "));
        return marks.isEmpty() ? "–" : marks;
    }

    private static String mark(Provision provision) {
        return switch (provision.subject()) {
            case POST -> "P";
            case ACCOUNT_DAY -> "D";
            case ACCOUNT -> "N";
        };
    }

    private void platform(Platform platform) {
        paragraph("## " + platform.title());
        paragraph(days(platform));
        for (Subject subject : Subject.values()) {
            List<Provision> provisions = Dictionary.provisions(platform, subject);
            if (!provisions.isEmpty()) {
                paragraph("### " + platform.title() + ": " + title(subject));
                row("metric", "the platform's own name", "content types", "provided");
                rule(4);
                provisions.forEach(this::provision);
                blank();
            }
        }
    }

    private static String days(Platform platform) {
        if (Dictionary.provisions(platform, Subject.ACCOUNT_DAY).isEmpty()) {
            return "No numbers per day: days are derived from repeated readings of posts and accounts.";
        }
        return "Days are those of " + platform.bucketZone() + "; the platform may still revise a day for "
                + platform.settleDays() + (platform.settleDays() == 1 ? " day" : " days") + " after its end.";
    }

    private static String title(Subject subject) {
        return switch (subject) {
            case POST -> "posts (totals since publication)";
            case ACCOUNT_DAY -> "days of an account";
            case ACCOUNT -> "an account as of now";
        };
    }

    private void provision(Provision provision) {
        row(
                code(provision.metric().key()),
                provision.nativeFields().stream().map(MetricsPage::code).collect(Collectors.joining(", ")),
                ProvisionWords.types(provision),
                conditions(provision));
    }

    private static String conditions(Provision provision) {
        String conditions = ProvisionWords.conditions(provision);
        return conditions.isEmpty() ? "always" : conditions;
    }

    private static String lower(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private void paragraph(String text) {
        page.append(text).append("\n\n");
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void rule(int columns) {
        page.append(IntStream.range(0, columns).mapToObj(i -> "---").collect(Collectors.joining("|", "|", "|\n")));
    }

    private void blank() {
        page.append('\n');
    }
}
