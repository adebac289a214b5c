package io.tidemark.app;

import io.tidemark.ledger.User;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "password", description = "Sets a user's password; all tokens of the user stop working.")
final class UserPasswordCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "EMAIL", description = "Whose.")
    private String email = "";

    @Option(
            names = "--password-stdin",
            required = true,
            description = "Read the password, at least 10 characters, from standard input.")
    @SuppressWarnings("UnusedVariable") // There is no other way; saying so keeps the command from waiting in silence.
    private boolean passwordFromInput;

    UserPasswordCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String normal = UserAddCommand.normalEmail(spec, email);
        String password = StandardInput.password(surroundings.in());
        try (Core core = root.open()) {
            User user = TokenCommand.user(core, normal);
            core.registry().setPassword(user.id(), core.passwords().hash(password));
            surroundings.out().println("The password of " + user.email() + " is set; older tokens no longer work.");
            return 0;
        }
    }
}
