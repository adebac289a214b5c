package io.tidemark.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only holds others.
abstract sealed class GroupCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
        }
    }

    @Command(name = "business", synopsisSubcommandLabel = "COMMAND", description = "Adds and lists businesses.")
    static final class OfBusinesses extends GroupCommand {}

    @Command(name = "user", synopsisSubcommandLabel = "COMMAND", description = "Adds users and sets passwords.")
    static final class OfUsers extends GroupCommand {}

    @Command(
            name = "connections",
            synopsisSubcommandLabel = "COMMAND",
            description = "Looks after the tokens of connections with platforms.")
    static final class OfConnections extends GroupCommand {}

    @Command(
            name = "alerts",
            synopsisSubcommandLabel = "COMMAND",
            description = "Tries the ways by which people are told that collecting needs them.")
    static final class OfAlerts extends GroupCommand {}

    @Command(name = "source", synopsisSubcommandLabel = "COMMAND", description = "Lists and undoes imported files.")
    static final class OfSources extends GroupCommand {}
}
