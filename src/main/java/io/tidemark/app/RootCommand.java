package io.tidemark.app;

import io.tidemark.ledger.Business;
import io.tidemark.tenancy.Registry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program itself, with the options that every command takes.
@Command(
        name = "tidemark",
        mixinStandardHelpOptions = true,
        version = "tidemark 0.1.0",
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = "Social media analytics on your own machine.",
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong usage."})
final class RootCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where everything is kept (default: ~/.tidemark, for demo ~/.tidemark-demo).")
    private @Nullable Path dataDirectory;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Use this PostgreSQL instead of one of our own: postgresql://host/database. User and password"
                    + " may stand in the URL or in TIDEMARK_DATABASE_USER and TIDEMARK_DATABASE_PASSWORD.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--postgres-user",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The system user that runs our own PostgreSQL when this program runs as root.")
    private @Nullable String postgresUser;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the whole story when something fails.")
    private boolean verbose;

    RootCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Without a command there is nothing to do but to say what there is.
    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
        }
    }

    boolean verbose() {
        return verbose;
    }

    @Nullable
    String databaseUrl() {
        return databaseUrl;
    }

    Path dataDirectory(String fallback) {
        Path chosen = dataDirectory;
        return (chosen == null ? surroundings.home().resolve(fallback) : chosen)
                .toAbsolutePath()
                .normalize();
    }

    /// For a command that does one thing and ends.
    Core open() {
        return surroundings.opener().open(new Location(dataDirectory(".tidemark"), databaseUrl, postgresUser, false));
    }

    /// For a server.
    Core openToStay(Path directory) {
        return surroundings.opener().open(new Location(directory, databaseUrl, postgresUser, true));
    }

    /// A business by its number or its name.
    ///
    /// @throws CommandFailed when there is none, with those that there are
    static Business business(Registry registry, String idOrName) {
        Optional<Business> byNumber =
                idOrName.matches("\\d{1,15}") ? registry.findBusiness(Long.parseLong(idOrName)) : Optional.empty();
        return byNumber.or(() -> registry.findBusiness(idOrName)).orElseThrow(() -> {
            String all = registry.businesses().stream()
                    .limit(10)
                    .map(b -> b.id() + " " + b.name())
                    .collect(Collectors.joining(", "));
            return new CommandFailed("There is no business '" + idOrName + "'"
                    + (all.isEmpty()
                            ? ": make one with 'tidemark business add NAME --time-zone ZONE'."
                            : "; there are: " + all + "."));
        });
    }
}
