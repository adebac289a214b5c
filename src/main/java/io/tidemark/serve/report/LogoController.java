package io.tidemark.serve.report;

import io.tidemark.collect.picture.Logo;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.Thumbnail;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The client's logo on a report.
@RestController
@RequestMapping("/api/v1/reports/{id}/logo")
final class LogoController {
    private static final Sentence NO_LOGO = Sentence.of("logo_not_found", "The report has no logo: PUT one here.");
    private static final Sentence TOO_LARGE = Sentence.of("logo_too_large", "The file is larger than 1 MB.");
    private static final Sentence UNREADABLE =
            Sentence.of("logo_unreadable", "The file is no PNG, JPEG or GIF that can be read: save the logo as PNG.");

    private final ReportDesk desk;
    private final Reports reports;

    LogoController(ReportDesk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    @GetMapping
    ResponseEntity<byte[]> logo(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Report report = desk.report(caller, id, request);
        Thumbnail logo = reports.logo(report.businessId(), report.id())
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "logo_not_found", NO_LOGO.said())
                        .exception());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.contentType()))
                .eTag('"' + logo.etag() + '"')
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(logo.image());
    }

    @PutMapping(consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_GIF_VALUE})
    ResponseEntity<Void> put(@AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        Report report = desk.open(caller, id, request);
        byte[] file = request.getInputStream().readNBytes(Logo.MOST_BYTES + 1);
        if (file.length > Logo.MOST_BYTES) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "logo_too_large", TOO_LARGE.said())
                    .exception();
        }
        Thumbnail logo = Logo.of(file)
                .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST, "bad_logo", UNREADABLE.said())
                        .exception());
        desk.requireDone(reports.changeLogo(report.businessId(), report.id(), logo));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    ResponseEntity<Void> remove(
            @AuthenticationPrincipal User caller, @PathVariable String id, HttpServletRequest request) {
        Report report = desk.open(caller, id, request);
        desk.requireDone(reports.changeLogo(report.businessId(), report.id(), null));
        return ResponseEntity.noContent().build();
    }
}
