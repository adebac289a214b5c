package io.tidemark.app;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Source;
import io.tidemark.serve.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the imported files of a business, newest first.")
final class SourceListCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(names = "--business", required = true, paramLabel = "ID-OR-NAME", description = "Which business.")
    private String business = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    SourceListCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    record Listing(List<Line> sources) {}

    record Line(
            long sourceId,
            String format,
            String name,
            Instant recordedAt,
            @Nullable Instant observedAt,
            @Nullable Instant undoneAt) {}

    @Override
    public Integer call() {
        try (Core core = root.open()) {
            Business chosen = RootCommand.business(core.registry(), business);
            List<Source> sources = core.records().files(chosen.id());
            if (json) {
                surroundings.out().println(Json.mapper().writeValueAsString(listing(sources)));
            } else {
                sources.forEach(source -> surroundings.out().println(line(source)));
            }
            return 0;
        }
    }

    private static String line(Source source) {
        return source.id() + "\t" + source.recordedAt() + "\t" + source.format() + "\t" + source.name()
                + (source.retractedAt() == null ? "" : "\tundone " + source.retractedAt());
    }

    private static Listing listing(List<Source> sources) {
        return new Listing(sources.stream()
                .map(s -> new Line(s.id(), s.format(), s.name(), s.recordedAt(), s.observedAt(), s.retractedAt()))
                .toList());
    }
}
