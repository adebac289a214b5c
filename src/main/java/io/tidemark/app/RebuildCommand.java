package io.tidemark.app;

import io.tidemark.ledger.Business;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "rebuild", description = "Computes everything that is derived from what was recorded anew.")
final class RebuildCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(names = "--business", paramLabel = "ID-OR-NAME", description = "Only this one (default: all).")
    private @Nullable String business;

    RebuildCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Core core = root.open()) {
            List<Business> chosen = business == null
                    ? core.registry().businesses()
                    : List.of(RootCommand.business(core.registry(), business));
            for (Business one : chosen) {
                core.records().rebuild(one.id());
                surroundings.out().println("Rebuilt business " + one.id() + ": " + one.name());
            }
            return 0;
        }
    }
}
