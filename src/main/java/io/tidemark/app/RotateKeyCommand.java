package io.tidemark.app;

import io.tidemark.ledger.Business;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rotate-key",
        description = {
            "Seals the tokens of all connections with a new key.",
            "Where keys come from the environment or a command, put the new one in front there first."
        })
final class RotateKeyCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(names = "--same-key", description = "Make no new key: only seal what another one has sealed.")
    private boolean sameKey;

    RotateKeyCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Core core = root.open()) {
            if (!sameKey) {
                core.rotateKey();
            }
            int resealed = 0;
            for (Business business : core.registry().businesses()) {
                resealed += core.reseal(business.id());
            }
            surroundings
                    .out()
                    .println("Sealed " + resealed + " tokens with the first key. Start every server anew, then run this"
                            + " with --same-key until it seals none: the keys behind the first may go then.");
            return 0;
        }
    }
}
