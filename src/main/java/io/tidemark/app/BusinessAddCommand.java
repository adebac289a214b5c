package io.tidemark.app;

import io.tidemark.ledger.Business;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "add", description = "Adds a business.")
final class BusinessAddCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "How it is called.")
    private String name = "";

    @Option(
            names = "--time-zone",
            required = true,
            paramLabel = "ZONE",
            description = "The zone in which its days begin and end, such as Europe/Berlin.")
    private String timeZone = "";

    @Option(names = "--week-start", paramLabel = "DAY", description = "The first day of its weeks (default: monday).")
    private DayOfWeek weekStart = DayOfWeek.MONDAY;

    BusinessAddCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ZoneId zone = zone();
        if (name.isBlank()) {
            throw usage("The name is empty.");
        }
        try (Core core = root.open()) {
            Business business = core.registry().createBusiness(name.strip(), zone, weekStart, false);
            surroundings.out().println("Business " + business.id() + ": " + business.name());
            return 0;
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException ignored) {
            throw usage("'" + timeZone + "' is not a time zone: name one such as Europe/Berlin or UTC.");
        }
    }

    private RuntimeException usage(String sentence) {
        return spec == null ? new CommandFailed(sentence) : new ParameterException(spec.commandLine(), sentence);
    }
}
