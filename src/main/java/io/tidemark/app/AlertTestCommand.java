package io.tidemark.app;

import io.tidemark.collect.alert.Alerts;
import io.tidemark.ledger.Business;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "test", description = "Sends a trial through each channel of alerts, and tells what came of it.")
final class AlertTestCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(
            names = "--business",
            paramLabel = "ID-OR-NAME",
            description = "Of which business it is to tell (default: the first).")
    private @Nullable String name;

    AlertTestCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Core core = root.open()) {
            List<Alerts.Trial> trials = core.tryAlerts(business(core));
            if (trials.isEmpty()) {
                throw new CommandFailed("No channel is set up: set alerts.mail.host and alerts.mail.from, or"
                        + " alerts.webhook.url, in connections.properties of the data directory.");
            }
            trials.forEach(trial -> surroundings.out().println(sentence(trial)));
            return trials.stream().allMatch(trial -> trial.failure() == null) ? 0 : FAILED;
        }
    }

    private Business business(Core core) {
        return name != null
                ? RootCommand.business(core.registry(), name)
                : core.registry().businesses().stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new CommandFailed(
                                        "There is no business yet: make one with 'tidemark business add NAME --time-zone ZONE'."));
    }

    private static String sentence(Alerts.Trial trial) {
        return trial.failure() == null
                ? "Sent by " + trial.where() + "."
                : "Not sent by " + trial.where() + ": " + trial.failure();
    }
}
