package io.tidemark.collect.file;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.SameSource;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Imports one native export file as one source: whole, or not at all.
public final class FileImporter {
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
        try {
            return read(request, progress);
        } catch (ImportRefused e) {
            throw e.inFile(request.fileName());
        } catch (NoSuchFileException e) {
            throw new ImportRefused("unreadable_file", "There is no such file: check the path.", e)
                    .inFile(request.fileName());
        } catch (IOException | UncheckedIOException e) {
            throw new ImportRefused("unreadable_file", "The file could not be read: " + e.getMessage() + ".", e)
                    .inFile(request.fileName());
        }
    }

    private ImportReport read(ImportRequest request, Consumer<ImportProgress> progress) throws IOException {
        String hash = ContentHash.of(request.file());
        OptionalLong same = target.findSame(request.businessId(), hash);
        if (same.isPresent()) {
            return ImportReport.unchanged(request, same.getAsLong(), Files.size(request.file()));
        }
        try (ExportFile file = ExportFile.open(request.file(), request.fileName(), limits)) {
            Export export = Formats.recognise(file);
            AccountKey account = account(request, export);
            Instant observedAt = WhenSpoken.of(request, file, export);
            refuseFuture(observedAt);
            return append(new Run(request, file, export, account, observedAt, progress), hash);
        } catch (SameSource meanwhile) {
            // Somebody else imported the same file while this one was being read.
            return ImportReport.unchanged(request, meanwhile.sourceId(), Files.size(request.file()));
        }
    }

    /// A reading from the future would stay the newest for ever.
    private void refuseFuture(Instant observedAt) {
        if (observedAt.isAfter(clock.instant().plus(TOLERANCE))) {
            throw new ImportRefused(
                    "observed_at_in_future",
                    "The file would have been written at " + observedAt
                            + ", which lies in the future: say when it was really made with --observed-at.");
        }
    }

    private record Run(
            ImportRequest request,
            ExportFile file,
            Export export,
            AccountKey account,
            Instant observedAt,
            Consumer<ImportProgress> progress) {}

    private ImportReport append(Run run, String hash) {
        ImportRequest request = run.request();
        SourceSpec spec = new SourceSpec(
                request.importId(),
                SourceSpec.Kind.FILE,
                run.export().format().key(),
                request.fileName(),
                hash,
                run.observedAt());
        // The ledger may run the producer again after a conflict: each run keeps an account of its own.
        AtomicReference<Tally> last = new AtomicReference<>(new Tally());
        Appended appended = target.append(
                request.businessId(),
                spec,
                sink -> {
                    Tally tally = new Tally();
                    last.set(tally);
                    produce(run, tally, sink);
                },
                stored -> report(run, last.get(), stored).toJson(),
                request.dryRun());
        return recorded(run, report(run, last.get(), appended));
    }

    private static void produce(Run run, Tally tally, ObservationSink sink) {
        run.file().leftOut().forEach(sentence -> tally.warn(sentence, sentence));
        for (Part part : run.file().parts()) {
            if (!run.export().parts().contains(part.name())) {
                tally.warn(
                        "part " + part.name(),
                        "\"" + part.name() + "\" was left out: its columns are not known; it begins with "
                                + Header.describe(part) + ".");
            }
        }
        long bytes = run.file().bytes();
        run.export().read(new Reading(run.account(), run.observedAt(), tally, sink, run.progress(), bytes));
        run.progress().accept(new ImportProgress(tally.rows(), bytes, bytes));
        if (tally.rows() == 0) {
            tally.warn("no rows", "The file names its columns but holds no row below them.");
        }
        if (run.request().strict() && tally.rejected() > 0) {
            throw refusedRows(tally);
        }
    }

    private static ImportRefused refusedRows(Tally tally) {
        List<Reject> rejects = tally.rejects();
        Reject first = rejects.getFirst();
        return new ImportRefused(
                        "rejected_rows",
                        tally.rejected() + " of " + tally.rows() + " rows cannot be read, the first being \""
                                + first.part()
                                + "\" row " + first.row() + ": " + first.reason()
                                + ". Correct them, or import without --strict to leave them out.")
                .inPart(first.part())
                .at(first.row())
                .because(rejects.subList(0, Math.min(rejects.size(), REJECTS_SHOWN)));
    }

    private AccountKey account(ImportRequest request, Export export) {
        Platform platform = export.format().platform();
        Optional<AccountKey> told = Optional.ofNullable(request.account())
                .filter(handle -> !handle.isBlank())
                .map(handle -> AccountKey.ofHandle(platform, handle));
        Optional<AccountKey> named = export.handle().map(handle -> AccountKey.ofHandle(platform, handle));
        if (told.isPresent()
                && named.isPresent()
                && !told.get().aliases().equals(named.get().aliases())) {
            throw new ImportRefused(
                    "account_mismatch",
                    "The name of the file says that it is of \"" + named.get().handle() + "\", not of \""
                            + told.get().handle()
                            + "\": import it without --account, or rename the file if its name is wrong.");
        }
        if (told.isEmpty()) {
            named.ifPresent(account -> refuseAnotherBusiness(request, account));
        }
        return told.or(() -> named)
                .orElseThrow(
                        () -> new ImportRefused(
                                "account_needed",
                                "The file does not say which " + platform.title()
                                        + " account it is of: name it with --account HANDLE, or in the field for the account."));
    }

    /// A file of one business's account dropped on another business is a slip more often than a wish.
    private void refuseAnotherBusiness(ImportRequest request, AccountKey account) {
        if (target.findAccount(request.businessId(), account.platform(), account.handle())
                .isPresent()) {
            return;
        }
        request.visibleBusinesses().stream()
                .filter(other -> other != request.businessId())
                .filter(other -> target.findAccount(other, account.platform(), account.handle())
                        .isPresent())
                .min(Long::compare)
                .ifPresent(other -> {
                    throw new ImportRefused(
                            "account_of_another_business",
                            "The file is of the " + account.platform().title() + " account \"" + account.handle()
                                    + "\", which belongs to business " + other + ", not to business "
                                    + request.businessId()
                                    + ": import it there, or name the account with --account to have it here too.");
                });
    }

    private static ImportReport report(Run run, Tally tally, Appended stored) {
        ImportRequest request = run.request();
        AccountKey account = run.account();
        long bytes = run.file().bytes();
        return new ImportReport(
                request.importId(),
                request.businessId(),
                ImportReport.Status.DONE,
                request.fileName(),
                run.export().format().key(),
                new ImportReport.ReportedAccount(null, account.platform().key(), account.handle()),
                null,
                run.observedAt(),
                null,
                request.dryRun(),
                run.export().period().orElse(null),
                tally.counts(),
                ImportReport.Stored.of(stored),
                tally.totals(),
                tally.rejects(),
                tally.warnings(),
                new ImportProgress(tally.rows(), bytes, bytes),
                null,
                null);
    }

    /// What only the ledger knows, once it has it.
    private ImportReport recorded(Run run, ImportReport report) {
        ImportRequest request = run.request();
        Instant at = target.findSource(request.businessId(), request.importId())
                .map(Source::recordedAt)
                .orElse(null);
        Long account = target.findAccount(
                        request.businessId(),
                        run.account().platform(),
                        run.account().handle())
                .map(found -> found.id())
                .orElse(null);
        return report.recorded(at, account);
    }
}
