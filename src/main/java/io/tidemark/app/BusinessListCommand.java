package io.tidemark.app;

import io.tidemark.ledger.Business;
import io.tidemark.serve.http.Json;
import java.time.DayOfWeek;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the businesses.")
final class BusinessListCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    BusinessListCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    record Listing(List<Line> businesses) {}

    record Line(long businessId, String name, String timeZone, DayOfWeek weekStart, boolean demo) {}

    @Override
    public Integer call() {
        try (Core core = root.open()) {
            List<Business> businesses = core.registry().businesses();
            if (json) {
                surroundings.out().println(Json.mapper().writeValueAsString(listing(businesses)));
            } else if (businesses.isEmpty()) {
                surroundings.err().println("There is no business yet: tidemark business add NAME --time-zone ZONE");
            } else {
                businesses.forEach(b -> surroundings
                        .out()
                        .println(b.id() + "\t" + b.name() + "\t" + b.zone() + (b.demo() ? "\tdemonstration" : "")));
            }
            return 0;
        }
    }

    private static Listing listing(List<Business> businesses) {
        return new Listing(businesses.stream()
                .map(b -> new Line(b.id(), b.name(), b.zone().getId(), b.weekStart(), b.demo()))
                .toList());
    }
}
