package io.tidemark.serve.imports;

import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Json;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Files that were looked at but not imported: what they would tell, and how it goes on with them.
@RestController
@RequestMapping("/api/v1/imports/{id}")
final class TrialController {
    private static final Sentence NO_TRIAL =
            Sentence.of("trial_not_found", "Import {id} is no trial that has ended: start one with dry_run=true.");
    private static final Sentence FILE_GONE =
            Sentence.of("import_file_gone", "The file of import {id} is not kept any more: send it again.");

    private static final Set<String> BUSINESS_ONLY = Set.of("business_id");

    private final Access access;
    private final ImportJobs jobs;
    private final Imports imports;

    TrialController(Access access, ImportJobs jobs, Imports imports) {
        this.access = access;
        this.jobs = jobs;
        this.imports = imports;
    }

    /// What the file would tell, in the form of the analytics' own answers.
    @GetMapping("/preview")
    ImportPreview preview(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long businessId = business(caller, request);
        long importId = Parameters.id("import_id", id);
        ImportPreview preview =
                jobs.find(businessId, importId).map(ImportJobs.Job::preview).orElse(null);
        if (preview == null) {
            throw Problem.of(HttpStatus.NOT_FOUND, "preview_not_found", NO_TRIAL.said(Map.of("id", Value.id(importId))))
                    .exception();
        }
        return preview;
    }

    /// Imports the file of a trial, or tries again with an answer to the question that it left open.
    @PostMapping("/continue")
    ResponseEntity<ImportController.Started> goOn(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        long businessId = business(caller, request);
        long importId = Parameters.id("import_id", id);
        Answers said = jobs.said(businessId, importId).orElseThrow(() -> gone(importId));
        Body body = Body.of(request, Json.mapper(), ImportAnswers.MEMBERS);
        boolean trial = body.flag("dry_run").orElse(false);
        Answers answers = new ImportAnswers(imports.mappings(), businessId).of(body, said);
        ImportReport started = jobs.again(businessId, importId, answers, trial).orElseThrow(() -> gone(importId));
        String url = "/api/v1/imports/" + started.importId() + "?business_id=" + businessId;
        return ResponseEntity.accepted()
                .location(URI.create(url))
                .body(new ImportController.Started(started.importId(), started.status(), url));
    }

    /// Forgets the file of a trial. Whatever was imported stays: that is undone by `undo`.
    @DeleteMapping
    ResponseEntity<Void> discard(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        jobs.discard(business(caller, request), Parameters.id("import_id", id));
        return ResponseEntity.noContent().build();
    }

    private long business(User caller, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, BUSINESS_ONLY);
        return access.business(caller, parameters.businessId()).id();
    }

    private static ProblemException gone(long importId) {
        return Problem.of(HttpStatus.GONE, "file_gone", FILE_GONE.said(Map.of("id", Value.id(importId))))
                .exception();
    }
}
