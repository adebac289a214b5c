package io.tidemark.app;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.JobScheduler.Recurring;
import io.tidemark.ledger.Ledger;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Derives anew what an earlier version of the program derived. Meanwhile people see what was there.
final class Renewal {
    private static final Duration LOOKED_FOR = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private Renewal() {}

    static Recurring of(Directory directory, Ledger ledger) {
        return new Recurring("derivations", LOOKED_FOR, () -> run(directory, ledger));
    }

    static void run(Directory directory, Ledger ledger) {
        for (Business business : directory.derivedEarlier()) {
            try {
                ledger.rebuild(business.id());
                LOG.info("business={} derived anew", business.id());
            } catch (RuntimeException failure) {
                // It keeps what it has, and holds up no other.
                LOG.error("business={} not derived anew, tried again later", business.id(), failure);
            }
        }
    }
}
