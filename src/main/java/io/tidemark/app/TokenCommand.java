package io.tidemark.app;

import io.tidemark.ledger.User;
import io.tidemark.tenancy.Tokens;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "token", description = "Prints a bearer token for programs, alone.")
final class TokenCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 3650;

    private final RootCommand root;
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--user", required = true, paramLabel = "EMAIL", description = "Whose rights it carries.")
    private String email = "";

    @Option(names = "--days", paramLabel = "N", description = "How long it is good (default: 90).")
    private long days = Tokens.BEARER_LIFE.toDays();

    TokenCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if ((days < 1 || days > MOST_DAYS) && spec != null) {
            throw new ParameterException(spec.commandLine(), "--days takes 1 to " + MOST_DAYS + ".");
        }
        String normal = UserAddCommand.normalEmail(spec, email);
        try (Core core = root.open()) {
            surroundings.out().println(core.tokens().issue(user(core, normal), Duration.ofDays(days)));
            return 0;
        }
    }

    static User user(Core core, String email) {
        return core.registry()
                .findUser(email)
                .orElseThrow(() -> new CommandFailed("There is no user " + email + ": add one with 'tidemark user add "
                        + email + " --password-stdin'."));
    }
}
