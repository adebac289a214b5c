package io.tidemark.app;

import io.tidemark.ledger.Job;
import io.tidemark.ledger.JobFailed;
import io.tidemark.ledger.JobWork;
import io.tidemark.ledger.Ledger;
import io.tidemark.words.Sentence;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Gives a business another zone or week: all its days and weeks are cut anew, in one transaction, so that nobody sees
/// some of the old and some of the new.
final class Recut implements JobWork {
    private static final Sentence NO_ZONE =
            Sentence.of("recut_without_zone", "The job does not say which zone: ask for the change again.");
    private static final Sentence CUTTING = Sentence.of("recut_running", "Cutting all days and weeks anew.");
    private static final Sentence CUT = Sentence.of("recut_done", "Cut anew.");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ledger ledger;

    Recut(Ledger ledger) {
        this.ledger = ledger;
    }

    /// What such a job needs to know.
    static String arguments(ZoneId zone, DayOfWeek weekStart) {
        return "{\"time_zone\": \"%s\", \"week_start\": \"%s\"}"
                .formatted(zone.getId(), weekStart.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String run(Job job, Reporter reporter) {
        String arguments = job.arguments();
        if (arguments == null) {
            throw new JobFailed("internal_error", NO_ZONE.said(), null);
        }
        JsonNode given = JSON.readTree(arguments);
        ZoneId zone = ZoneId.of(given.get("time_zone").asString());
        DayOfWeek weekStart =
                DayOfWeek.valueOf(given.get("week_start").asString().toUpperCase(Locale.ROOT));
        reporter.report(Job.Progress.of(0, 1, CUTTING.said()));
        ledger.recut(job.businessId(), zone, weekStart);
        reporter.report(Job.Progress.of(1, 1, CUT.said()));
        return arguments;
    }
}
