package io.tidemark.collect.file;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.Tally;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Limits;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.frame.Frame;
import io.tidemark.language.SaidJson;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.SameSource;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.Told;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Imports one native export file as one source: whole, or not at all.
public final class FileImporter {
    private static final Sentence NO_ROWS =
            Sentence.of("import_no_rows", "The file names its columns but holds no row below them.");

    private static final Sentence NO_SUCH_FILE = Sentence.of("no_such_file", "There is no such file: check the path.");
    private static final Sentence UNREADABLE = Sentence.of("file_unreadable", "The file could not be read: {message}.");
    private static final Sentence FROM_THE_FUTURE = Sentence.of(
            "file_from_the_future",
            "The file would have been written at {time}, which lies in the future: say when it was really made.");
    private static final Sentence ZONE_UNTOLD = Sentence.of(
            "file_zone_untold",
            "The file gives times without saying in which zone: name the zone in which it was made, such as "
                    + "Europe/Berlin.");
    private static final Sentence ROWS_REFUSED = Sentence.of(
            "rows_refused",
            "{rejected} of {rows} rows cannot be read, the first being \"{part}\" row {row}: {reason}. Correct "
                    + "them, or import without --strict to leave them out.");
    private static final Sentence PART_LEFT_OUT =
            Sentence.of("part_left_out", "\"{part}\" was left out: its columns are not known.");

    private static final int REJECTS_SHOWN = 10;
    /// Clocks of other machines may run ahead, and a day that a platform dates may not be over everywhere.
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final ImportTarget target;
    private final Limits limits;
    private final Clock clock;

    /// @param clock only to refuse files that claim to come from the future
    public FileImporter(Ledger ledger, Clock clock) {
        this(ImportTarget.of(ledger), Limits.STANDARD, clock);
    }

    FileImporter(ImportTarget target, Limits limits, Clock clock) {
        this.target = target;
        this.limits = limits;
        this.clock = clock;
    }

    /// Reads the file and appends what it says.
    ///
    /// @param progress told now and then how far the reading has come, on the calling thread
    /// @throws ImportRefused where the file cannot be imported as it is; nothing was stored then
    public ImportReport run(ImportRequest request, Consumer<ImportProgress> progress) {
        return run(request, progress, (_, _) -> {});
    }

    /// Shown what a trial would make of a business.
    @FunctionalInterface
    public interface Onlooker {
        /// @param frame the business as it would be with the file; of no use after this call
        void see(ImportReport report, Frame frame);
    }

    /// The same.
    ///
    /// @param onlooker called once where the request is for a trial, before what the file brought is taken back
    public ImportReport run(ImportRequest request, Consumer<ImportProgress> progress, Onlooker onlooker) {
        try {
            return read(request, progress, onlooker);
        } catch (ImportRefused e) {
            throw e.inFile(request.fileName());
        } catch (NoSuchFileException e) {
            throw new ImportRefused("unreadable_file", NO_SUCH_FILE.said(), e).inFile(request.fileName());
        } catch (IOException | UncheckedIOException e) {
            Said said = UNREADABLE.said(Map.of("message", Value.name(String.valueOf(e.getMessage()))));
            throw new ImportRefused("unreadable_file", said, e).inFile(request.fileName());
        }
    }

    private ImportReport read(ImportRequest request, Consumer<ImportProgress> progress, Onlooker onlooker)
            throws IOException {
        String hash = ContentHash.of(request.file());
        OptionalLong same = target.findSame(request.businessId(), hash);
        if (same.isPresent()) {
            return ImportReport.unchanged(request, same.getAsLong(), Files.size(request.file()));
        }
        try (ExportFile file = ExportFile.open(request.file(), request.fileName(), limits)) {
            AccountChoice choice = new AccountChoice(target, request);
            Recognition recognition = new Recognition(target.mappings(), request);
            List<Step> steps = recognition.of(file).stream()
                    .map(export -> step(choice, request, file, export))
                    .toList();
            ImportReport report = append(new Run(request, file, steps, choice, progress), onlooker, hash);
            recognition.keep(file);
            return report;
        } catch (SameSource meanwhile) {
            // Somebody else imported the same file while this one was being read.
            return ImportReport.unchanged(request, meanwhile.sourceId(), Files.size(request.file()));
        }
    }

    /// A reading from the future would stay the newest for ever.
    private void refuseFuture(Instant observedAt) {
        if (observedAt.isAfter(clock.instant().plus(TOLERANCE))) {
            throw new ImportRefused(
                    "observed_at_in_future", FROM_THE_FUTURE.said(Map.of("time", Value.name(observedAt.toString()))));
        }
    }

    /// One export of the file, with what had to be found out about it.
    ///
    /// @param account null where every row names its own
    private record Step(Export export, @Nullable AccountKey account, Instant observedAt) {}

    private record Run(
            ImportRequest request,
            ExportFile file,
            List<Step> steps,
            AccountChoice choice,
            Consumer<ImportProgress> progress) {
        /// The keys of its formats.
        String format() {
            return steps.stream().map(step -> step.export().format().key()).collect(Collectors.joining("+"));
        }

        Instant observedAt() {
            return steps.stream().map(Step::observedAt).max(Instant::compareTo).orElseThrow();
        }

        boolean reads(Part part) {
            return steps.stream().anyMatch(step -> step.export().parts().contains(part.name()));
        }
    }

    private Step step(AccountChoice choice, ImportRequest request, ExportFile file, Export export) {
        AccountKey account = choice.of(export.accounts()).orElse(null);
        Instant observedAt = WhenSpoken.of(request, file, export);
        refuseFuture(observedAt);
        if (export.givesLocalTimes() && request.answers().timeZone() == null) {
            throw new ImportRefused("time_zone_needed", ZONE_UNTOLD.said());
        }
        return new Step(export, account, observedAt);
    }

    private ImportReport append(Run run, Onlooker onlooker, String hash) {
        ImportRequest request = run.request();
        SourceSpec spec = new SourceSpec(
                request.importId(), SourceSpec.Kind.FILE, run.format(), request.fileName(), hash, run.observedAt());
        // The ledger may run the producer again after a conflict: each run keeps an account of its own.
        AtomicReference<Tally> last = new AtomicReference<>(new Tally());
        Consumer<ObservationSink> producer = sink -> {
            Tally tally = new Tally();
            last.set(tally);
            produce(run, tally, sink);
        };
        if (request.dryRun()) {
            return target.preview(request.businessId(), spec, producer, preview -> {
                ImportReport report =
                        report(run, last.get(), preview.appended()).with(preview.novelty());
                onlooker.see(report, preview.frame());
                return report;
            });
        }
        Appended appended = target.append(
                request.businessId(),
                spec,
                producer,
                stored -> report(run, last.get(), stored).toJson());
        return recorded(request, last.get(), report(run, last.get(), appended));
    }

    private static void produce(Run run, Tally tally, ObservationSink sink) {
        run.file().remarks().forEach(said -> tally.warn(said.english(), said));
        for (Part part : run.file().parts()) {
            if (!run.reads(part)) {
                tally.warn(
                        "part " + part.name(),
                        Said.inTurn(List.of(
                                PART_LEFT_OUT.said(Map.of("part", Value.name(part.name()))), Header.describe(part))));
            }
        }
        long done = 0;
        for (Step step : run.steps()) {
            done = read(run, step, tally, sink, done);
        }
        long bytes = run.file().bytes();
        run.progress().accept(new ImportProgress(tally.rows(), bytes, bytes));
        if (tally.rows() == 0) {
            tally.warn("no rows", NO_ROWS.said());
        }
        if (run.request().strict() && tally.rejected() > 0) {
            throw refusedRows(tally);
        }
    }

    private static long read(Run run, Step step, Tally tally, ObservationSink sink, long done) {
        AccountKey account = step.account();
        if (account != null) {
            tally.account(account);
        }
        Consumer<AccountKey> met = named -> {
            if (account == null) {
                run.choice().refuseAnotherPlatform(named);
            }
            run.choice().met(named);
            tally.account(named);
        };
        Reading reading = new Reading(
                account,
                met,
                step.observedAt(),
                run.request().answers().timeZone(),
                tally,
                sink,
                run.progress(),
                done,
                run.file().bytes());
        step.export().read(reading);
        return reading.bytesDone();
    }

    private static ImportRefused refusedRows(Tally tally) {
        List<Reject> rejects = tally.rejects();
        Reject first = rejects.getFirst();
        Told reason = new Told(
                first.reason(),
                first.reasonSaid() == null ? null : first.reasonSaid().toString());
        return new ImportRefused(
                        "rejected_rows",
                        ROWS_REFUSED.said(Map.of(
                                "rejected", Value.count(tally.rejected()),
                                "rows", Value.count(tally.rows()),
                                "part", Value.name(first.part()),
                                "row", Value.name(Long.toString(first.row())),
                                "reason", Value.clause(reason.again()))))
                .inPart(first.part())
                .at(first.row())
                .because(rejects.subList(0, Math.min(rejects.size(), REJECTS_SHOWN)));
    }

    private static ImportReport report(Run run, Tally tally, Appended stored) {
        ImportRequest request = run.request();
        long bytes = run.file().bytes();
        return new ImportReport(
                request.importId(),
                request.businessId(),
                ImportReport.Status.DONE,
                request.fileName(),
                run.format(),
                tally.accounts().stream()
                        .map(account -> new ImportReport.ReportedAccount(
                                null, account.platform().key(), account.handle()))
                        .toList(),
                null,
                run.observedAt(),
                null,
                request.dryRun(),
                run.steps().stream()
                        .flatMap(step -> step.export().period().stream())
                        .reduce(Period::with)
                        .orElse(null),
                tally.counts(),
                ImportReport.Stored.of(stored),
                tally.totals(),
                tally.rejects(),
                tally.warnings().stream().map(Said::english).toList(),
                tally.warnings().stream().map(SaidJson::node).toList(),
                new ImportProgress(tally.rows(), bytes, bytes),
                null,
                null,
                null);
    }

    /// What only the ledger knows, once it has it.
    private ImportReport recorded(ImportRequest request, Tally tally, ImportReport report) {
        Instant at = target.findSource(request.businessId(), request.importId())
                .map(Source::recordedAt)
                .orElse(null);
        List<ImportReport.ReportedAccount> accounts = tally.accounts().stream()
                .map(account -> new ImportReport.ReportedAccount(
                        target.findAccount(request.businessId(), account.platform(), account.handle())
                                .map(Account::id)
                                .orElse(null),
                        account.platform().key(),
                        account.handle()))
                .toList();
        return report.recorded(at, accounts);
    }
}
