package io.tidemark.collect;

import io.tidemark.ledger.Account;
import io.tidemark.ledger.Appended;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Collecting;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.words.Said;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/// Collects accounts that are read whole in one go, each as one source.
public final class SourceCollector implements Collector {
    private final Ledger ledger;
    private final AccountSource source;
    private final Clock clock;

    public SourceCollector(Ledger ledger, AccountSource source, Clock clock) {
        this.ledger = ledger;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public boolean serves(Business business, Collecting collecting) {
        return source.serves(business);
    }

    @Override
    public List<Account> accounts(Business business) {
        return source.accounts(business);
    }

    @Override
    public String collect(Business business, Job job, Account account, Consumer<Said> progress) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String hash = hash("job " + job.id() + ", account " + account.id());
        // A job that is taken up again finds what it had collected before.
        if (ledger.hasSync(business.id(), hash)) {
            return "{\"account_id\": %d, \"collected_before\": true}".formatted(account.id());
        }
        SourceSpec spec = new SourceSpec(
                ledger.newId(), SourceSpec.Kind.SYNC, source.format(), source.nameOf(account), hash, now);
        Appended appended = ledger.append(
                business.id(), spec, sink -> source.collect(business, account, now, sink, progress), SyncReport::of);
        return "{\"account_id\": %d, \"source_id\": %d, \"stored\": %s}"
                .formatted(account.id(), appended.sourceId(), SyncReport.of(appended));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
