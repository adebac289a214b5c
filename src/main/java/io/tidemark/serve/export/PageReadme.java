package io.tidemark.serve.export;

import io.tidemark.ledger.Note;
import io.tidemark.metric.Definition;
import io.tidemark.metric.Definitions;
import io.tidemark.serve.http.Json;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a person reads first who opens the archive of a page.
final class PageReadme {
    private static final int MOST_INCOMPLETE = 8;
    private static final int LINE = 110;

    private final Owner owner;
    private final Instant generatedAt;
    private final StringBuilder text = new StringBuilder();

    PageReadme(Owner owner, Instant generatedAt) {
        this.owner = owner;
        this.generatedAt = generatedAt;
    }

    String text(String title, List<PageArchive.Answered> panels, List<Note> notes) {
        ZonedDateTime taken = generatedAt.atZone(owner.zone()).truncatedTo(ChronoUnit.SECONDS);
        line(owner.name() + ": " + title);
        if (owner.demo()) {
            line(About.DEMONSTRATION);
        }
        line("");
        line("Taken on %s at %s (%s) with Tidemark."
                .formatted(
                        taken.toLocalDate(), taken.toLocalTime(), owner.zone().getId()));
        wrapped(
                "A missing value is an empty cell in CSV and null in JSON; 0 is 0. In CSV, text that a spreadsheet would"
                        + " take for a formula has an apostrophe in front.");
        line("");
        line("FILES");
        for (int i = 0; i < panels.size(); i++) {
            panel(panels.get(i), i + 1);
        }
        if (owner.business() != null) {
            line("");
            line("%s: notes on dates in the period (%d)".formatted(PageArchive.NOTES, notes.size()));
        }
        definitions(panels);
        return text.toString();
    }

    private void panel(PageArchive.Answered answered, int number) {
        PageRequest.Panel panel = answered.panel();
        JsonNode answer = answered.answer();
        line("");
        line("%s.csv, .json: %s".formatted(panel.fileName(number), panel.title()));
        wrapped("  Question and filters: " + Views.path(panel.question()));
        if (!panel.parts().isEmpty()) {
            wrapped("  Parts of the answer: " + String.join(", ", panel.parts()));
        }
        period(answer);
        JsonNode asOf = answer.path("as_of");
        line("  As of: " + (asOf.isString() ? asOf.asString() : "now"));
        if (answer.has("data_version")) {
            line("  Data version: " + answer.get("data_version"));
        }
        coverage(answer, panel.parts());
    }

    private void period(JsonNode answer) {
        JsonNode period = answer.has("period") ? answer.get("period") : answer.path("week");
        String days = days(period.isObject() ? period : answer);
        if (days != null) {
            String basis = period.path("basis").asString("");
            wrapped("  Period: " + days
                    + (basis.isEmpty()
                            ? ""
                            : ", by " + basis + " ("
                                    + period.path("basis_reason").asString("") + ")"));
        }
        String compared = days(answer.path("comparison"));
        if (compared != null) {
            line("  Compared with: " + compared + " ("
                    + answer.path("comparison").path("rule").asString("") + ")");
        }
    }

    private static @Nullable String days(JsonNode stretch) {
        String from = stretch.path("from").asString("");
        String to = stretch.path("to").asString("");
        String zone = stretch.path("time_zone").asString("");
        return from.isEmpty() || to.isEmpty() ? null : from + " to " + to + (zone.isEmpty() ? "" : ", " + zone);
    }

    /// @param parts what of the answer the files hold; none for all
    private void coverage(JsonNode answer, List<String> parts) {
        List<String> incomplete = new ArrayList<>();
        int[] numbers = {0};
        JsonNode held = parts.isEmpty()
                ? answer
                : Json.mapper()
                        .valueToTree(AnswerParts.of(answer, parts).stream()
                                .collect(Collectors.groupingBy(
                                        ViewRows.Part::name,
                                        LinkedHashMap::new,
                                        Collectors.mapping(ViewRows.Part::value, Collectors.toList()))));
        find(held, "", (path, coverage) -> {
            long expected = coverage.path("expected").asLong(0);
            long reporting = coverage.path("reporting").asLong(0);
            if (expected > 0) {
                numbers[0]++;
                if (reporting < expected) {
                    incomplete.add("%s %d of %d %ss"
                            .formatted(
                                    path,
                                    reporting,
                                    expected,
                                    coverage.path("unit").asString("").replace('_', ' ')));
                }
            }
        });
        if (numbers[0] > 0) {
            wrapped("  Coverage: %d of %d numbers have all reports that were expected%s"
                    .formatted(numbers[0] - incomplete.size(), numbers[0], listed(incomplete)));
        }
    }

    private static String listed(List<String> incomplete) {
        if (incomplete.isEmpty()) {
            return "";
        }
        int shown = Math.min(incomplete.size(), MOST_INCOMPLETE);
        return "; fewer: " + String.join(", ", incomplete.subList(0, shown))
                + (incomplete.size() > shown ? " and %d more".formatted(incomplete.size() - shown) : "");
    }

    private static void find(JsonNode node, String path, BiConsumer<String, JsonNode> found) {
        node.forEachEntry((name, value) -> {
            String inner = path.isEmpty() ? name : path + "." + name;
            if (name.equals("coverage") && value.isObject()) {
                found.accept(path, value);
            } else if (value.isObject()) {
                find(value, inner, found);
            } else if (value.isArray()) {
                value.forEach(element -> find(element, named(inner, element), found));
            }
        });
    }

    private static String named(String path, JsonNode element) {
        String name = element.path("name").asString("");
        return name.isEmpty() ? path : path + "." + name;
    }

    private void definitions(List<PageArchive.Answered> panels) {
        Set<String> named = new TreeSet<>();
        panels.forEach(panel -> names(panel.answer(), named));
        List<Definition> meant = Definitions.all().stream()
                .filter(definition -> named.contains(definition.id()))
                .toList();
        if (meant.isEmpty()) {
            return;
        }
        line("");
        line("DEFINITIONS");
        meant.forEach(definition -> wrapped(definition.id() + ": " + definition.title() + ". " + definition.formula()));
    }

    /// Every text and name that could be a definition's.
    private static void names(JsonNode node, Set<String> named) {
        if (node.isString() && node.asString().contains("/")) {
            named.add(node.asString());
        }
        node.forEachEntry((name, value) -> {
            named.add(name);
            names(value, named);
        });
        if (node.isArray()) {
            node.forEach(element -> names(element, named));
        }
    }

    private void line(String line) {
        text.append(line).append("\r\n");
    }

    private void wrapped(String line) {
        String rest = line;
        while (rest.length() > LINE && rest.lastIndexOf(' ', LINE) > 4) {
            int at = rest.lastIndexOf(' ', LINE);
            line(rest.substring(0, at));
            rest = "    " + rest.substring(at + 1);
        }
        line(rest);
    }
}
