package io.tidemark.app;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.tenancy.Emails;
import io.tidemark.words.Refusal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        description = "Adds a user. The first one is administrator of all present and future businesses.")
final class UserAddCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "EMAIL", description = "What the user signs in with.")
    private String email = "";

    @Option(
            names = "--password-stdin",
            required = true,
            description = "Read the password, at least 10 characters, from standard input.")
    @SuppressWarnings("UnusedVariable") // There is no other way; saying so keeps the command from waiting in silence.
    private boolean passwordFromInput;

    @Option(names = "--business", paramLabel = "ID-OR-NAME", description = "Make the user a member of this business.")
    private @Nullable String business;

    UserAddCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String normal = normalEmail(spec, email);
        String password = StandardInput.password(surroundings.in());
        try (Core core = root.open()) {
            // The business is looked up first: a misspelt one must not leave a user behind.
            Business joined = business == null ? null : RootCommand.business(core.registry(), business);
            User user = core.registry().createUser(normal, core.passwords().hash(password));
            if (joined != null) {
                core.registry().addMember(joined.id(), user.id());
            }
            surroundings
                    .out()
                    .println("User " + user.email() + (user.administrator() ? ", administrator" : "")
                            + (joined == null ? "" : ", member of " + joined.name()));
            return 0;
        }
    }

    static String normalEmail(@Nullable CommandSpec spec, String typed) {
        try {
            return Emails.normal(typed);
        } catch (Refusal problem) {
            String sentence = problem.said().english();
            throw spec == null
                    ? new CommandFailed(sentence, problem)
                    : new ParameterException(spec.commandLine(), sentence, problem);
        }
    }
}
