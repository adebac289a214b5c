package io.tidemark.serve.imports;

import io.tidemark.analytics.BadQuery;
import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.ledger.Business;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// Takes uploaded files in.
final class Uploads {
    private static final Sentence ONE_FILE =
            Sentence.of("file_needed", "Send exactly one file, as the part named file.");
    private static final Sentence NO_MILLISECONDS =
            Sentence.of("value_no_milliseconds", "'{value}' is not a number of milliseconds since 1970.");

    static final Set<String> PARAMETERS = Set.of(
            "business_id",
            "account",
            "platform",
            "format",
            "time_zone",
            "observed_at",
            "last_modified",
            "dry_run",
            "mapping");

    private static final String FILE = "file";
    private static final int LONGEST_NAME = 255;
    private static final Duration LONGEST_IMPORT = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Path directory;

    /// Files that a killed server left behind are deleted once nobody can be importing them any more.
    Uploads(Path directory, Clock clock) {
        this.directory = directory.toAbsolutePath();
        create(directory);
        deleteLeftovers(directory, clock.instant().minus(LONGEST_IMPORT));
    }

    private static void create(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void deleteLeftovers(Path directory, Instant before) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException problem) {
            LOG.warn("Old uploads in {} could not be deleted", directory, problem);
        }
    }

    /// Keeps the uploaded file and says what to do with it. Nothing is kept when a parameter is refused.
    ImportRequest receive(
            MultipartHttpServletRequest request,
            Parameters parameters,
            Business business,
            Set<Long> visible,
            MappingBook mappings,
            long importId) {
        MultipartFile file = only(request);
        Answers answers = new ImportAnswers(mappings, business.id()).of(parameters);
        Instant lastModified =
                parameters.one("last_modified").map(Uploads::milliseconds).orElse(null);
        boolean dryRun = parameters.one("dry_run").map(Uploads::flag).orElse(false);
        return new ImportRequest(
                importId,
                business.id(),
                keep(file, importId),
                name(file),
                answers,
                lastModified,
                dryRun,
                false,
                visible);
    }

    private static MultipartFile only(MultipartHttpServletRequest request) {
        List<MultipartFile> files = request.getFiles(FILE);
        if (files.size() != 1 || request.getMultiFileMap().size() != 1) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "file_needed", ONE_FILE.said())
                    .with("parameter", FILE)
                    .exception();
        }
        return files.getFirst();
    }

    /// The name as the user knows it, without what some browsers put in front.
    private static String name(MultipartFile file) {
        String given = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String plain = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (plain.isEmpty()) {
            return "upload";
        }
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    private Path keep(MultipartFile file, long importId) {
        try {
            Path kept = Files.createTempFile(directory, "import-" + importId + "-", ".upload");
            // As a file: it is moved there.
            file.transferTo(kept.toFile());
            return kept;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Instant milliseconds(String text) {
        if (!text.matches("\\d{1,14}")) {
            throw Parameters.bad("last_modified", NO_MILLISECONDS.said(Map.of("value", BadQuery.echo(text))));
        }
        return Instant.ofEpochMilli(Long.parseLong(text));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Parameters.noneOf("dry_run", text, List.of("true", "false"));
        };
    }
}
