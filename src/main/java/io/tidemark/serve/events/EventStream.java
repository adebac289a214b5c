package io.tidemark.serve.events;

import io.tidemark.ledger.Versions;
import io.tidemark.serve.jobs.JobView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes what one listener does not know yet. It begins with the present state, whatever the listener had heard
/// before: so one that comes back has missed nothing that matters.
final class EventStream {
    /// A listener that comes back hears of jobs that ended while it was away.
    private static final Duration ENDED_LATELY = Duration.ofMinutes(10);
    private static final String OPENING = "retry: 3000\n\n";
    private static final String HEARTBEAT = ": still here\n\n";

    private final long businessId;
    private final OutputStream out;
    private final JsonMapper json;
    private final Map<Long, JobView> told = new HashMap<>();
    private @Nullable Versions versions;

    EventStream(long businessId, OutputStream out, JsonMapper json) {
        this.businessId = businessId;
        this.out = out;
        this.json = json;
    }

    private record Data(long businessId, long dataVersion, long freshnessVersion) {}

    void open() throws IOException {
        write(OPENING);
    }

    void heartbeat() throws IOException {
        write(HEARTBEAT);
    }

    /// @param now tells which jobs are worth a word
    void tell(State state, Instant now) throws IOException {
        StringBuilder events = new StringBuilder();
        Versions present = state.versions();
        if (!present.equals(versions)) {
            append(events, "data", present, new Data(businessId, present.data(), present.freshness()));
            versions = present;
        }
        for (JobView job : state.jobs().reversed()) {
            boolean known = told.containsKey(job.jobId());
            if ((known || isLate(job, now)) && !job.equals(told.put(job.jobId(), job))) {
                append(events, "job", present, job);
            }
        }
        told.keySet().removeIf(id -> state.jobs().stream().noneMatch(job -> job.jobId() == id));
        if (!events.isEmpty()) {
            write(events.toString());
        }
    }

    private static boolean isLate(JobView job, Instant now) {
        Instant finished = job.finishedAt();
        return finished == null || finished.isAfter(now.minus(ENDED_LATELY));
    }

    private void append(StringBuilder events, String name, Versions present, Object value) {
        events.append("event: ")
                .append(name)
                .append("\nid: ")
                .append(present.data())
                .append('-')
                .append(present.freshness())
                .append("\ndata: ")
                .append(json.writeValueAsString(value))
                .append("\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
