package io.tidemark.collect.file;

import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Provision;
import io.tidemark.metric.ProvisionWords;
import io.tidemark.metric.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Renders what each platform tells, and how, as the page `docs/platforms/README.md`.
final class PlatformsPage {
    static final Path FOLDER = Path.of("docs", "platforms");

    private final StringBuilder page = new StringBuilder();
    private final List<Way> ways = Way.all();

    static String render() {
        PlatformsPage page = new PlatformsPage();
        page.introduction();
        page.platforms();
        page.overview();
        page.files();
        Arrays.stream(Platform.values()).forEach(page::platform);
        return page.page.toString();
    }

    private void introduction() {
        paragraph("# Platforms: what each tells, and how");
        paragraph("""
                By which call or exported file each number comes, under which name, how long after it happened, and whether
                it is a total or of one day. This page is written from the dictionary in the program and from the table of
                calls and files beside its test; the test keeps the page, the dictionary and the connectors alike. What the
                metrics mean and how they are derived: [metrics](../metrics.md). What to register, what it costs and what
                goes wrong: the pages of the platforms.""");
    }

    private void platforms() {
        row("platform", "page", "days are those of", "numbers of posts come", "exported files");
        rule(5);
        for (Platform platform : Platform.values()) {
            row(
                    platform.title(),
                    link(platform),
                    Dictionary.provisions(platform, Subject.ACCOUNT_DAY).isEmpty()
                            ? "–"
                            : platform.bucketZone().getId(),
                    lags(platform),
                    keys(platform));
        }
        blank();
    }

    private static String link(Platform platform) {
        String name = platform.key() + ".md";
        return Files.exists(FOLDER.resolve(name)) ? "[" + platform.title() + "](" + name + ")" : "–";
    }

    private String lags(Platform platform) {
        String lags = of(platform, Subject.POST)
                .filter(way -> way.kind() == Way.Kind.API)
                .map(Way::lag)
                .distinct()
                .collect(Collectors.joining(", "));
        return lags.isEmpty() ? "–" : lags;
    }

    private String keys(Platform platform) {
        Set<String> keys = ways.stream()
                .filter(way -> way.platform() == platform && way.kind() == Way.Kind.FILE)
                .flatMap(way -> way.calls().stream())
                .map(PlatformsPage::code)
                .collect(Collectors.toCollection(TreeSet::new));
        return keys.isEmpty() ? "–" : String.join(", ", keys);
    }

    private Stream<Way> of(Platform platform, Subject subject) {
        return ways.stream().filter(way -> way.platform() == platform && way.subject() == subject);
    }

    private void overview() {
        paragraph("## Which tells what");
        paragraph("""
                **L** is a total over a post's life, as it stands when it is read; **D** a value of one day of an account;
                **N** a level of an account now, of which days are kept by reading it each day. After each: **a** by the
                platform's API, **f** in exported files, **u** told by the platform and not read yet; in parentheses where only
                under a condition, which the tables below name.""");
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

    private String marks(Platform platform, Metric metric) {
        String marks = Arrays.stream(Subject.values())
                .flatMap(subject -> Dictionary.find(platform, subject, metric).stream())
                .map(this::mark)
                .collect(Collectors.joining(" · "));
        return marks.isEmpty() ? "–" : marks;
    }

    private String mark(Provision provision) {
        String mark = switch (provision.subject()) {
            case POST -> "L";
            case ACCOUNT_DAY -> "D";
            case ACCOUNT -> "N";
        };
        String kinds = Arrays.stream(Way.Kind.values())
                .filter(kind -> by(provision).stream().anyMatch(way -> way.kind() == kind))
                .map(kind -> kind.name().substring(0, 1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return provision.conditional() ? "(" + mark + " " + kinds + ")" : mark + " " + kinds;
    }

    private List<Way> by(Provision provision) {
        return of(provision.platform(), provision.subject())
                .filter(way -> way.names().stream().anyMatch(provision.nativeFields()::contains))
                .toList();
    }

    private void files() {
        paragraph("## Exported files");
        paragraph("""
                Where to get them, and what to mind: [importing](../import.md). Hootsuite and Publer name the totals of posts in
                words of their own, whatever the platform, so that the tables below leave them out.""");
        row("format", "what it is");
        rule(2);
        for (ExportFormat format : Formats.ALL) {
            row(code(format.key()), format.title());
        }
        blank();
    }

    private void platform(Platform platform) {
        paragraph("## " + platform.title());
        String own = link(platform);
        paragraph(own.equals("–") ? "It has no page of its own: no connector reads it yet." : "Its page: " + own + ".");
        row("metric", "as", "its name there", "by", "told", "only");
        rule(6);
        for (Subject subject : Subject.values()) {
            for (Provision provision : Dictionary.provisions(platform, subject)) {
                by(provision).forEach(way -> provision(provision, way));
            }
        }
        blank();
    }

    private void provision(Provision provision, Way way) {
        String names = provision.nativeFields().stream()
                .filter(way.names()::contains)
                .map(PlatformsPage::code)
                .collect(Collectors.joining(", "));
        String calls = way.calls().stream().map(PlatformsPage::code).collect(Collectors.joining(", "));
        row(
                code(provision.metric().key()),
                as(provision.subject()),
                names,
                switch (way.kind()) {
                    case API -> calls;
                    case FILE -> "file " + calls;
                    case UNREAD -> "not read yet: " + calls;
                },
                way.kind() == Way.Kind.FILE ? "as of " + way.lag() : way.lag(),
                only(provision));
    }

    private static String as(Subject subject) {
        return switch (subject) {
            case POST -> "total of a post";
            case ACCOUNT_DAY -> "of a day";
            case ACCOUNT -> "level now";
        };
    }

    private static String only(Provision provision) {
        String types = ProvisionWords.types(provision);
        return Stream.of(types.equals("all") ? "" : types, ProvisionWords.conditions(provision))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
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
