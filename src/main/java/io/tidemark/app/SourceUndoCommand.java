package io.tidemark.app;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Source;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "undo", description = "Undoes an imported file: what it said no longer counts.")
final class SourceUndoCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Parameters(paramLabel = "ID", description = "The source's number, as 'source list' shows it.")
    private long id;

    @Option(names = "--business", required = true, paramLabel = "ID-OR-NAME", description = "Which business.")
    private String business = "";

    SourceUndoCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Core core = root.open()) {
            Business chosen = RootCommand.business(core.registry(), business);
            Source source = core.records()
                    .findSource(chosen.id(), id)
                    .orElseThrow(() -> new CommandFailed("There is no source " + id + " of " + chosen.name()
                            + ": 'tidemark source list --business " + chosen.id() + "' shows them."));
            if (!core.records().undo(chosen.id(), id)) {
                throw new CommandFailed("Source " + id + " was undone before.");
            }
            surroundings.out().println("Undone: source " + id + ", " + source.name());
            return 0;
        }
    }
}
