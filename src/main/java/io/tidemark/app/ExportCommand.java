package io.tidemark.app;

import io.tidemark.ledger.Business;
import io.tidemark.serve.http.Json;
import io.tidemark.serve.http.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes the data of a business as a file, from one consistent state. Without a period all days"
                + " are taken.")
final class ExportCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--business", required = true, paramLabel = "ID-OR-NAME", description = "Whose data.")
    private String business = "";

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "posts, snapshots, daily, summaries, breakdowns or metadata.")
    private @Nullable String dataset;

    @Option(names = "--bundle", paramLabel = "zip", description = "All datasets in one archive, instead of --dataset.")
    private @Nullable String bundle;

    @Option(names = "--format", paramLabel = "NAME", description = "csv (default), json, ndjson or xlsx.")
    private @Nullable String format;

    @Option(names = "--bom", description = "Begin CSV with a byte order mark.")
    private boolean byteOrderMark;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to (default: standard output). The file appears when it is whole, or not at all.")
    private @Nullable Path out;

    @Option(names = "--as-of", paramLabel = "TIME", description = "As it was at a date's end or at an instant.")
    private @Nullable String asOf;

    @Option(names = "--range", paramLabel = "NAME", description = "Days by name, such as last_28_days.")
    private @Nullable String range;

    @Option(names = "--from", paramLabel = "DATE", description = "First day, with --to.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day, with --from.")
    private @Nullable String to;

    @Option(names = "--platform", paramLabel = "NAME", description = "Only this one; repeats.")
    private List<String> platforms = List.of();

    @Option(names = "--account-id", paramLabel = "ID", description = "Only this account; repeats.")
    private List<String> accounts = List.of();

    @Option(names = "--group", paramLabel = "NAME", description = "Only accounts of this group; repeats.")
    private List<String> groups = List.of();

    @Option(names = "--label", paramLabel = "TERM", description = "Only posts with this label; repeats.")
    private List<String> labels = List.of();

    @Option(names = "--content-type", paramLabel = "NAME", description = "Only this type; repeats.")
    private List<String> contentTypes = List.of();

    @Option(names = "--boosted", paramLabel = "yes|no|unknown", description = "Only such posts; repeats.")
    private List<String> boosted = List.of();

    @Option(names = "--basis", paramLabel = "NAME", description = "Only summaries on this basis.")
    private @Nullable String basis;

    @Option(names = "--granularity", paramLabel = "NAME", description = "Only such summaries; repeats.")
    private List<String> granularities = List.of();

    @Option(
            names = "--json",
            description = "With --out, report in JSON what was written; without, write JSON (as --format json).")
    private boolean json;

    ExportCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    record Written(String file, long bytes) {}

    @Override
    public Integer call() {
        Path file = out;
        try (Core core = root.open()) {
            Business chosen = RootCommand.business(core.registry(), business);
            Map<String, String[]> parameters = parameters(chosen);
            if (file == null) {
                core.exporter().write(chosen, parameters, surroundings.data());
                surroundings.data().flush();
            } else {
                report(toFile(file, stream -> core.exporter().write(chosen, parameters, stream)));
            }
            return 0;
        } catch (ProblemException problem) {
            throw usage(problem.problem().detail().english());
        } catch (IOException problem) {
            throw new CommandFailed("The export could not be written: " + problem.getMessage(), problem);
        } catch (UncheckedIOException problem) {
            throw new CommandFailed("The export could not be written: " + problem.getMessage(), problem);
        }
    }

    private Map<String, String[]> parameters(Business chosen) {
        Map<String, String[]> parameters = new HashMap<>();
        put(parameters, "business_id", Long.toString(chosen.id()));
        put(parameters, "dataset", dataset);
        put(parameters, "bundle", bundle);
        put(parameters, "format", format == null && json && out == null ? "json" : format);
        put(parameters, "bom", byteOrderMark ? "true" : null);
        put(parameters, "as_of", asOf);
        put(parameters, "range", range);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "basis", basis);
        putAll(parameters, "platform", platforms);
        putAll(parameters, "account_id", accounts);
        putAll(parameters, "group", groups);
        putAll(parameters, "label", labels);
        putAll(parameters, "content_type", contentTypes);
        putAll(parameters, "boosted", boosted);
        putAll(parameters, "granularity", granularities);
        return parameters;
    }

    private static void put(Map<String, String[]> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, new String[] {value});
        }
    }

    private static void putAll(Map<String, String[]> parameters, String name, List<String> values) {
        if (!values.isEmpty()) {
            parameters.put(name, values.toArray(String[]::new));
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream stream) throws IOException;
    }

    private static Written toFile(Path file, Writing writing) throws IOException {
        try (WholeFile whole = WholeFile.beside(file)) {
            writing.to(whole.stream());
            whole.appear();
        }
        return new Written(file.toString(), Files.size(file));
    }

    private void report(Written written) {
        if (json) {
            surroundings.out().println(Json.mapper().writeValueAsString(written));
        } else {
            surroundings.err().println("Wrote " + written.file() + ", " + written.bytes() + " bytes.");
        }
    }

    private RuntimeException usage(String sentence) {
        return spec == null ? new CommandFailed(sentence) : new ParameterException(spec.commandLine(), sentence);
    }
}
