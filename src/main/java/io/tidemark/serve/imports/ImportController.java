package io.tidemark.serve.imports;

import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.language.Language;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.User;
import io.tidemark.serve.Records;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.Thing;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Importing files, and what became of them.
@RestController
@RequestMapping("/api/v1/imports")
final class ImportController {
    private static final Sentence UNDONE_BEFORE = Sentence.of("import_undone_before", "Import {id} was undone before.");

    private static final Set<String> BUSINESS_ONLY = Set.of("business_id");
    private static final Set<String> OF_REJECTS = Set.of("business_id", "language");

    private static final int REJECTS_SHOWN = 100;

    private final Access access;
    private final Records records;
    private final ImportJobs jobs;
    private final Uploads uploads;
    private final Imports imports;

    ImportController(Access access, Records records, ImportJobs jobs, Uploads uploads, Imports imports) {
        this.access = access;
        this.records = records;
        this.jobs = jobs;
        this.uploads = uploads;
        this.imports = imports;
    }

    record Started(long importId, ImportReport.Status status, String url) {}

    record Listing(List<ImportReport> imports) {}

    private record Dated(Instant at, ImportReport report) {}

    @PostMapping(consumes = "multipart/form-data")
    ResponseEntity<Started> start(@AuthenticationPrincipal User caller, MultipartHttpServletRequest request) {
        Parameters parameters = Parameters.of(request, Uploads.PARAMETERS);
        Business business = access.business(caller, parameters.businessId());
        ImportRequest upload = uploads.receive(
                request, parameters, business, access.visible(caller), imports.mappings(), jobs.newId());
        ImportReport started = jobs.start(upload);
        String url = "/api/v1/imports/" + started.importId() + "?business_id=" + business.id();
        return ResponseEntity.accepted()
                .location(URI.create(url))
                .body(new Started(started.importId(), started.status(), url));
    }

    @GetMapping
    Listing list(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        long businessId = business(caller, request);
        List<Account> accounts = records.accounts(businessId);
        List<Source> sources = records.files(businessId);
        Set<Long> recorded = sources.stream().map(Source::id).collect(Collectors.toSet());
        Stream<Dated> ofLedger = sources.stream().map(s -> new Dated(s.recordedAt(), report(s, accounts)));
        Stream<Dated> ofJobs = jobs.of(businessId).stream()
                .filter(job -> !job.report().dryRun())
                .filter(job -> !recorded.contains(job.report().importId()))
                .map(job -> new Dated(job.startedAt(), job.report()));
        return new Listing(Stream.concat(ofJobs, ofLedger)
                .sorted(Comparator.comparing(Dated::at).reversed())
                .map(dated -> dated.report().withRejects(List.of()))
                .toList());
    }

    @GetMapping("/{id}")
    ImportReport one(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long businessId = business(caller, request);
        ImportReport report = find(businessId, Parameters.id("import_id", id));
        return report.withRejects(
                report.rejects().subList(0, Math.min(report.rejects().size(), REJECTS_SHOWN)));
    }

    /// The rows that were not taken, for a spreadsheet.
    @GetMapping("/{id}/rejects")
    ResponseEntity<StreamingResponseBody> rejects(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, OF_REJECTS);
        long businessId = access.business(caller, parameters.businessId()).id();
        Language language = parameters.language();
        long importId = Parameters.id("import_id", id);
        ImportReport report = find(businessId, importId);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("tidemark-import-" + importId + "-rejects.csv")
                                .build()
                                .toString())
                .body(out -> RejectsFile.write(report, language, out));
    }

    @PostMapping("/{id}/undo")
    ImportReport undo(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long businessId = business(caller, request);
        long importId = Parameters.id("import_id", id);
        if (file(businessId, importId).isEmpty()) {
            throw Thing.IMPORT.notFound(importId);
        }
        if (!records.undo(businessId, importId)) {
            throw Problem.of(
                            HttpStatus.CONFLICT, "already_undone", UNDONE_BEFORE.said(Map.of("id", Value.id(importId))))
                    .exception();
        }
        return find(businessId, importId);
    }

    private long business(User caller, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, BUSINESS_ONLY);
        return access.business(caller, parameters.businessId()).id();
    }

    /// The ledger comes first: it knows of an undo.
    private ImportReport find(long businessId, long importId) {
        return file(businessId, importId)
                .map(source -> report(source, records.accounts(businessId)))
                .or(() -> jobs.find(businessId, importId).map(ImportJobs.Job::report))
                .orElseThrow(() -> Thing.IMPORT.notFound(importId));
    }

    private Optional<Source> file(long businessId, long importId) {
        return records.findSource(businessId, importId).filter(s -> s.kind() == SourceSpec.Kind.FILE);
    }

    private static ImportReport report(Source source, List<Account> accounts) {
        ImportReport kept = ImportReport.fromJson(source.report());
        List<ImportReport.ReportedAccount> known = kept.accounts().stream()
                .map(account -> new ImportReport.ReportedAccount(
                        accountId(account, accounts), account.platform(), account.handle()))
                .toList();
        ImportReport report = kept.recorded(source.recordedAt(), known);
        Instant undoneAt = source.retractedAt();
        return undoneAt == null ? report : report.undone(undoneAt);
    }

    private static @Nullable Long accountId(ImportReport.ReportedAccount reported, List<Account> accounts) {
        return accounts.stream()
                .filter(a -> a.platform().key().equals(reported.platform()))
                .filter(a -> a.handle().equalsIgnoreCase(reported.handle()))
                .map(Account::id)
                .findFirst()
                .orElse(null);
    }
}
