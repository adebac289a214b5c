package io.tidemark.app;

import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportReport.Status;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.mapping.MappingJson;
import io.tidemark.collect.file.mapping.Suggestion;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.ledger.Business;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Imports analytics files as the platforms let one download them. Each file is taken whole or not"
                + " at all, and every row of it is accounted for.")
final class ImportCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The files, as they were downloaded, or folders of them.")
    private List<Path> files = List.of();

    @Option(names = "--business", paramLabel = "ID-OR-NAME", description = "Whose numbers they are (required).")
    private @Nullable String business;

    @Option(names = "--account", paramLabel = "HANDLE", description = "The account, for files that name none.")
    private @Nullable String account;

    @Option(
            names = "--platform",
            paramLabel = "PLATFORM",
            description = "The platform, for files that could be of several.")
    private @Nullable String platform;

    @Option(
            names = "--format",
            paramLabel = "KEY",
            description = "The kind of export, for files whose columns fit several.")
    private @Nullable String format;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "The zone of times that the file gives without one, such as Europe/Berlin.")
    private @Nullable String timeZone;

    @Option(
            names = "--observed-at",
            paramLabel = "TIME",
            description = "When the platform wrote the file, such as 2026-03-10T09:00:00+01:00 (default: as the file or"
                    + " its name tells).")
    private @Nullable String observedAt;

    @Option(
            names = "--mapping",
            paramLabel = "FILE-OR-NAME",
            description = "How a table of any tool is to be read: a JSON file, or the name of a mapping that was used"
                    + " before.")
    private @Nullable String mapping;

    @Option(
            names = "--suggest",
            description = "Print a draft of a mapping for one file, to correct and use with --mapping; import nothing.")
    private boolean suggest;

    @Option(names = "--dry-run", description = "Read and count everything, store nothing.")
    private boolean dryRun;

    @Option(names = "--strict", description = "Refuse a file when a row of it cannot be read.")
    private boolean strict;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ImportCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    record Listing(List<ImportReport> imports) {}

    @Override
    public Integer call() {
        if (suggest) {
            return suggest();
        }
        String owner = business;
        if (owner == null) {
            throw usage("Missing required option: '--business=ID-OR-NAME'");
        }
        Answers told = new Answers(account, platform(), format, zone(), observedAt(), null);
        List<ImportReport> reports = new ArrayList<>();
        try (Core core = root.open()) {
            Business chosen = RootCommand.business(core.registry(), owner);
            Answers answers = complete(told, core, chosen);
            ImportFiles all = new ImportFiles(note -> surroundings.err().println(note));
            for (Path file : all.of(files)) {
                ImportReport report = run(core, request(core, chosen, file, answers));
                reports.add(report);
                if (!json) {
                    new RowAccount(surroundings.out(), surroundings.err()).print(report);
                }
            }
        }
        if (json) {
            surroundings.out().println(Json.mapper().writeValueAsString(new Listing(reports)));
        }
        return reports.stream().anyMatch(report -> report.status() == Status.FAILED) ? 1 : 0;
    }

    private int suggest() {
        if (files.size() != 1) {
            throw usage("--suggest takes one file at a time.");
        }
        Suggestion draft = MappingOption.draft(files.getFirst());
        if (json) {
            surroundings.out().println(draft.toJson());
            return 0;
        }
        surroundings.out().println(MappingJson.write(draft.mapping()));
        if (!draft.open().isEmpty()) {
            surroundings.err().println("Still to be said: " + String.join(", ", draft.open()) + ".");
        }
        return 0;
    }

    /// With the mapping, which may be one that the business has.
    private Answers complete(Answers answers, Core core, Business chosen) {
        String told = mapping;
        return told == null
                ? answers
                : answers.with(MappingOption.find(told, core.imports().mappings(), chosen.id()));
    }

    private static ImportReport run(Core core, ImportRequest request) {
        try {
            return core.imports().run(request, progress -> {}, (report, frame) -> {});
        } catch (ImportRefused refused) {
            return ImportReport.failed(request, refused);
        }
    }

    private ImportRequest request(Core core, Business chosen, Path file, Answers answers) {
        Set<Long> all = core.registry().businesses().stream().map(Business::id).collect(Collectors.toSet());
        return new ImportRequest(
                core.imports().newId(),
                chosen.id(),
                file,
                String.valueOf(file.getFileName()).replaceAll("\\p{Cntrl}", "?"),
                answers,
                lastModified(file),
                dryRun,
                strict,
                all);
    }

    private static @Nullable Instant lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException ignored) {
            // The import itself will say that there is no such file.
            return null;
        }
    }

    private @Nullable Platform platform() {
        String key = platform;
        return key == null
                ? null
                : Platform.find(key)
                        .orElseThrow(() -> usage("'" + key + "' is not a platform: name one of "
                                + Arrays.stream(Platform.values())
                                        .map(Platform::key)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private @Nullable ZoneId zone() {
        String text = timeZone;
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException ignored) {
            throw usage("'" + text + "' is not a time zone: name one such as Europe/Berlin or UTC.");
        }
    }

    private @Nullable Instant observedAt() {
        String text = observedAt;
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException ignored) {
            throw usage("'" + text + "' is not a time: write it as 2026-03-10T09:00:00+01:00, with its zone.");
        }
    }

    private RuntimeException usage(String sentence) {
        return spec == null ? new CommandFailed(sentence) : new ParameterException(spec.commandLine(), sentence);
    }
}
