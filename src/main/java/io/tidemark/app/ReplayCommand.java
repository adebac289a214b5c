package io.tidemark.app;

import io.tidemark.collect.sync.Replay;
import io.tidemark.ledger.Business;
import io.tidemark.serve.http.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description = {
            "Maps again what platforms answered, where that was kept, and replaces what comes out otherwise.",
            "Nobody is called. As of before, everything stays as it was."
        })
final class ReplayCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(names = "--business", required = true, paramLabel = "ID-OR-NAME", description = "Whose answers.")
    private String business = "";

    @Option(
            names = "--account",
            paramLabel = "ID-OR-HANDLE",
            description = "Only those about this account (default: all).")
    private @Nullable String account;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only those of runs that began at this date or instant, or later (default: all).")
    private @Nullable String since;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ReplayCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    record Report(long businessId, int runs, int replaced, List<Replay.Refused> refused) {}

    @Override
    public Integer call() {
        try (Core core = root.open()) {
            Business chosen = RootCommand.business(core.registry(), business);
            Replay.Outcome outcome = core.replay(chosen, account, since(chosen.zone()));
            if (json) {
                surroundings
                        .out()
                        .println(Json.mapper()
                                .writeValueAsString(new Report(
                                        chosen.id(), outcome.runs(), outcome.replaced(), outcome.refused())));
            } else {
                tell(chosen, outcome);
            }
            return 0;
        }
    }

    private void tell(Business chosen, Replay.Outcome outcome) {
        outcome.refused()
                .forEach(run -> surroundings
                        .err()
                        .println("Run " + run.runId() + " of " + run.startedAt() + " stays as it is: " + run.why()));
        surroundings
                .out()
                .println(
                        "%s: answers of %d runs are kept; %d were replaced, %d are as before, %d cannot be mapped again."
                                .formatted(
                                        chosen.name(),
                                        outcome.runs(),
                                        outcome.replaced(),
                                        outcome.runs()
                                                - outcome.replaced()
                                                - outcome.refused().size(),
                                        outcome.refused().size()));
    }

    private Instant since(ZoneId zone) {
        String text = since;
        if (text == null) {
            return Instant.EPOCH;
        }
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw new CommandFailed(
                    "'" + text + "' is neither a date nor an instant: write 2026-11-20 or 2026-11-20T08:00:00Z.",
                    noTime);
        }
    }
}
