package io.tidemark.collect.demo;

import io.tidemark.collect.AccountSource;
import io.tidemark.collect.CollectFailed;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.Source;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The accounts of the demonstration that no simulated platform stands behind, as they go on after it was first
/// collected. What they say depends on the instant alone, and on when they were asked before: asked again at the same
/// instant they have nothing to add.
public final class DemoSource implements AccountSource {
    private static final Sentence NO_DEMO_ACCOUNT =
            Sentence.of("demo_no_account", "This is no account of the demonstration.");
    private static final Sentence NOT_COLLECTED_YET = Sentence.of(
            "demo_not_collected_yet", "The demonstration has not been collected yet: start 'tidemark demo' once.");

    private final Ledger ledger;
    private final LiveAccounts live;

    public DemoSource(Ledger ledger, LiveAccounts live) {
        this.ledger = ledger;
        this.live = live;
    }

    @Override
    public String format() {
        return DemoBusiness.FORMAT;
    }

    @Override
    public String nameOf(Account account) {
        return name(profile(account).orElseThrow());
    }

    @Override
    public boolean serves(Business business) {
        return business.demo() && business.name().equals(DemoBusiness.NAME);
    }

    @Override
    public List<Account> accounts(Business business) {
        if (!serves(business)) {
            return List.of();
        }
        Set<Long> connected =
                live.all(business.id()).stream().map(LiveAccount::accountId).collect(Collectors.toSet());
        return ledger.accounts(business.id()).stream()
                .filter(account -> profile(account).isPresent() && !connected.contains(account.id()))
                .toList();
    }

    @Override
    public void collect(
            Business business, Account account, Instant now, ObservationSink sink, Consumer<Said> progress) {
        Profile profile = profile(account).orElseThrow(() -> new CollectFailed(NO_DEMO_ACCOUNT.said()));
        List<Source> stored = ledger.sources(business.id(), SourceSpec.Kind.SYNC);
        Window begun = DemoBusiness.window(stored).orElseThrow(() -> new CollectFailed(NOT_COLLECTED_YET.said()));
        List<Instant> refreshes = stored.stream()
                .filter(source ->
                        source.format().equals(format()) && source.name().equals(name(profile)))
                .map(Source::observedAt)
                .filter(Objects::nonNull)
                .toList();
        Window before = begun.refreshedAt(refreshes);
        if (now.isAfter(before.end())) {
            DemoAccount present = new DemoAccount(profile, before.refreshedAt(List.of(now)));
            present.between(before.end(), now).forEach(sink::accept);
        }
        sink.accept(new Observation.OfDiscovery(profile.account(), now));
    }

    private static Optional<Profile> profile(Account account) {
        return Profiles.ALL.stream()
                .filter(profile -> profile.platform() == account.platform()
                        && profile.handle().equalsIgnoreCase(account.handle()))
                .findFirst();
    }

    private static String name(Profile profile) {
        return profile.platform().title() + " (demonstration), refresh";
    }
}
