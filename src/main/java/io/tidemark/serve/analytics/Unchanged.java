package io.tidemark.serve.analytics;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.ledger.Versions;
import io.tidemark.serve.Records;
import io.tidemark.serve.http.Digests;
import io.tidemark.serve.http.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/// Tells from the versions of the data whether the caller has the answer already.
public final class Unchanged {
    private final Records records;
    private final Clock clock;

    /// Stands for the build: another one may answer differently, and it has to start first.
    private final Instant startedAt;

    Unchanged(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
        startedAt = Instant.now();
    }

    /// Gives the answer its tag. To be asked before the data is read, so that no tag is newer than its answer.
    ///
    /// @param businesses all that the answer speaks of
    /// @return true when 304 was answered, and there is nothing more to say
    public boolean answered(
            User caller,
            List<Business> businesses,
            Parameters given,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        String tag = tag(caller, businesses, request.getRequestURI(), given);
        return new ServletWebRequest(request, response).checkNotModified(tag);
    }

    /// Changes whenever the answer can: with the data, with the hour (days end, values settle), with the build, and
    /// with who asks.
    private String tag(User caller, List<Business> businesses, String path, Parameters given) {
        Instant now = clock.instant();
        Map<Long, Versions> versions =
                records.versions(businesses.stream().map(Business::id).toList());
        String basis = Stream.concat(
                        Stream.of(path, startedAt, caller.id(), now.truncatedTo(ChronoUnit.HOURS), given.canonical()),
                        businesses.stream()
                                .flatMap(business -> Stream.of(
                                        business,
                                        LocalDate.ofInstant(now, business.zone()),
                                        String.valueOf(versions.get(business.id())))))
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        return "W/\"" + Digests.shortDigest(basis) + "\"";
    }
}
