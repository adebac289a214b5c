package io.tidemark.app;

import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.insight.digest.DigestAnswer;
import io.tidemark.analytics.insight.digest.DigestText;
import io.tidemark.ledger.Business;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "digest", description = "Prints a whole week of a business in words: numbers, findings and best posts.")
final class DigestCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--business", required = true, paramLabel = "ID-OR-NAME", description = "Whose week.")
    private String name = "";

    @Option(
            names = "--week",
            paramLabel = "DATE",
            description = "Any day of the week that is meant (default: the last whole week).")
    private @Nullable LocalDate week;

    DigestCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Core core = root.open()) {
            surroundings.out().print(DigestText.of(digest(core, RootCommand.business(core.registry(), name))));
            return 0;
        }
    }

    private DigestAnswer digest(Core core, Business business) {
        try {
            return core.digest(business, week);
        } catch (BadQuery bad) {
            String sentence = bad.said().english();
            throw spec == null ? new CommandFailed(sentence) : new ParameterException(spec.commandLine(), sentence);
        }
    }
}
