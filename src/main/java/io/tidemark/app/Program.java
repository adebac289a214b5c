package io.tidemark.app;

import io.tidemark.collect.connection.SealBroken;
import io.tidemark.ledger.DatabaseUnusable;
import io.tidemark.ledger.server.ServerUnavailable;
import io.tidemark.tenancy.SealingKeysUnusable;
import io.tidemark.words.Refusal;
import java.io.PrintWriter;
import picocli.CommandLine;

/// The command line: parses, runs the command, and turns what goes wrong into one sentence and an exit code.
final class Program {
    private static final int FAILED = 1;

    private final Surroundings surroundings;

    Program(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @return the exit code: 0 done, 1 failed, 2 wrong usage
    int run(String... arguments) {
        RootCommand root = new RootCommand(surroundings);
        return commandLine(root)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, line, parsed) -> failed(problem, root))
                .execute(arguments);
    }

    private CommandLine commandLine(RootCommand root) {
        CommandLine line = new CommandLine(root);
        line.addSubcommand(new ServeCommand(root, surroundings));
        line.addSubcommand(new DemoCommand(root, surroundings));
        addGroup(
                line,
                "business",
                new GroupCommand.OfBusinesses(),
                new BusinessAddCommand(root, surroundings),
                new BusinessListCommand(root, surroundings));
        addGroup(
                line,
                "user",
                new GroupCommand.OfUsers(),
                new UserAddCommand(root, surroundings),
                new UserPasswordCommand(root, surroundings));
        addGroup(
                line,
                "source",
                new GroupCommand.OfSources(),
                new SourceListCommand(root, surroundings),
                new SourceUndoCommand(root, surroundings));
        addGroup(line, "connections", new GroupCommand.OfConnections(), new RotateKeyCommand(root, surroundings));
        addGroup(line, "alerts", new GroupCommand.OfAlerts(), new AlertTestCommand(root, surroundings));
        line.addSubcommand(new ImportCommand(root, surroundings));
        line.addSubcommand(new ExportCommand(root, surroundings));
        line.addSubcommand(new DigestCommand(root, surroundings));
        line.addSubcommand(new TokenCommand(root, surroundings));
        line.addSubcommand(new RebuildCommand(root, surroundings));
        line.addSubcommand(new ReplayCommand(root, surroundings));
        return line;
    }

    /// From the top down: options that all commands inherit are handed on when a command is added.
    private static void addGroup(CommandLine line, String name, Object group, Object... commands) {
        CommandLine added = new CommandLine(group);
        line.addSubcommand(name, added);
        for (Object command : commands) {
            added.addSubcommand(command);
        }
    }

    private int failed(Exception problem, RootCommand root) {
        PrintWriter err = surroundings.err();
        if (root.verbose()) {
            problem.printStackTrace(err);
        } else {
            err.println("tidemark: " + sentence(problem));
        }
        err.flush();
        return FAILED;
    }

    private static String sentence(Exception problem) {
        return switch (problem) {
            case CommandFailed known -> String.valueOf(known.getMessage());
            case DatabaseUnusable known -> String.valueOf(known.getMessage());
            case ServerUnavailable known -> String.valueOf(known.getMessage());
            case SealingKeysUnusable known -> String.valueOf(known.getMessage());
            case SealBroken known -> String.valueOf(known.getMessage());
            case Refusal known -> known.said().english();
            default ->
                "This failed unexpectedly (" + problem.getClass().getSimpleName() + ": " + problem.getMessage()
                        + "). Repeat it with --verbose to see more.";
        };
    }
}
