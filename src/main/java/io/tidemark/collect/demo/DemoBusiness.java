package io.tidemark.collect.demo;

import io.tidemark.collect.SyncReport;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A labelled demonstration business: 400 days of a coffee house on eight platforms, appended to the ledger as sync
/// runs append what they read, and recorded when they would have. Nothing in it is random from run to run: one instant,
/// one business.
public final class DemoBusiness {
    /// Says that it is a demonstration wherever it shows.
    public static final String NAME = "Harbour Coffee (demonstration)";

    static final String FORMAT = "demo";

    /// Creates and collects the business unless it is there. One that was interrupted is completed as of the instant at
    /// which it was begun.
    ///
    /// @param now when the demonstration ends; a later call with another instant changes nothing
    /// @throws io.tidemark.ledger.DuplicateName when a business that is no demonstration has the name
    public Business ensure(Ledger ledger, Directory directory, Instant now) {
        return ensure(ledger, directory, now, line -> {});
    }

    /// The same, telling what is being done.
    ///
    /// @param progress takes sentences for a person
    public Business ensure(Ledger ledger, Directory directory, Instant now, Consumer<String> progress) {
        Business business = directory.businesses().stream()
                .filter(known -> known.demo() && known.name().equals(NAME))
                .findFirst()
                .orElseGet(() -> directory.createBusiness(NAME, Window.ZONE, DayOfWeek.MONDAY, true));
        List<Source> stored = ledger.sources(business.id(), SourceSpec.Kind.SYNC);
        Set<String> names = stored.stream().map(Source::name).collect(Collectors.toSet());
        if (!names.containsAll(runs().keySet())) {
            collect(ledger, business, window(stored).orElseGet(() -> new Window(now)), names, progress);
        }
        return business;
    }

    /// When it was first collected; empty where it was not yet.
    public static Optional<Instant> collectedAt(Ledger ledger, Business business) {
        return window(ledger.sources(business.id(), SourceSpec.Kind.SYNC)).map(Window::now);
    }

    /// The window that was begun before: its runs must fit together.
    static Optional<Window> window(List<Source> stored) {
        Map<String, SyncRun> runs = runs();
        for (Source source : stored) {
            SyncRun run = source.format().equals(FORMAT) ? runs.get(source.name()) : null;
            Instant until = source.observedAt();
            if (run != null && until != null) {
                return Optional.of(run.window(until));
            }
        }
        return Optional.empty();
    }

    /// The runs of the first collection by the names of the sources that they leave.
    private static Map<String, SyncRun> runs() {
        Map<String, SyncRun> runs = new HashMap<>();
        SyncRun.all().forEach(run -> Profiles.ALL.forEach(profile -> runs.put(run.source(profile), run)));
        return runs;
    }

    /// The accounts with all that was read of them.
    static List<DemoAccount> accounts(Window window) {
        return Profiles.ALL.stream()
                .map(profile -> new DemoAccount(profile, window))
                .toList();
    }

    private static void collect(
            Ledger ledger, Business business, Window window, Set<String> stored, Consumer<String> progress) {
        List<DemoAccount> accounts = accounts(window);
        for (SyncRun run : SyncRun.all()) {
            progress.accept("Collecting the demonstration, sync " + run.number() + " of " + SyncRun.COUNT + " ...");
            for (DemoAccount account : accounts) {
                if (!stored.contains(run.source(account.profile()))) {
                    append(ledger, business, window, account, run);
                }
            }
        }
    }

    private static void append(Ledger ledger, Business business, Window window, DemoAccount account, SyncRun run) {
        Instant until = run.until(window);
        String name = run.source(account.profile());
        SourceSpec source =
                new SourceSpec(ledger.newId(), SourceSpec.Kind.SYNC, FORMAT, name, hash(name + ", " + until), until);
        List<Observation> observations = new ArrayList<>(account.between(run.after(window), until));
        observations.add(new Observation.OfDiscovery(account.profile().account(), until));
        // As it would be known then, so that one can look back.
        ledger.appendInThePast(
                business.id(), until, source, sink -> observations.forEach(sink::accept), SyncReport::of);
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
