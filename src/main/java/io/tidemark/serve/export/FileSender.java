package io.tidemark.serve.export;

import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/// Sends files, a few at once. The thread of the request reads and writes, so that a slow reader slows the database's
/// cursor down instead of filling memory.
final class FileSender {
    private static final Sentence BUSY =
            Sentence.of("export_busy", "{exports} exports are being sent already: try again in {seconds} seconds.");

    private static final Logger LOG = LoggerFactory.getLogger(FileSender.class);

    /// Each may hold a connection and an old state of the database for as long as its reader takes.
    private static final int MOST_AT_ONCE = 4;

    private static final String RETRY_SECONDS = "15";

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /// @throws io.tidemark.serve.http.ProblemException 503 when as many as may are being sent already
    void send(
            String contentType,
            String fileName,
            HttpServletRequest request,
            HttpServletResponse response,
            Writing writing)
            throws Exception {
        if (!places.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw busy();
        }
        try {
            response.setContentType(contentType);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                writing.to(response.getOutputStream());
            }
        } catch (RuntimeException | IOException failure) {
            giveUp(failure, response);
        } finally {
            places.release();
        }
    }

    /// Before anything was sent the answer can still be a problem; afterwards all that is left is to break off.
    private static void giveUp(Exception failure, HttpServletResponse response) throws Exception {
        if (!response.isCommitted()) {
            response.reset();
            throw failure;
        }
        if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            LOG.debug("The reader of an export hung up", failure);
        } else {
            LOG.error("An export broke off", failure);
        }
        throw new BrokenExport(failure);
    }

    private static RuntimeException busy() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "export_busy",
                        BUSY.said(Map.of("exports", Value.count(MOST_AT_ONCE), "seconds", Value.name(RETRY_SECONDS))))
                .exception();
    }
}
