package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Recognised daily files, each with one block or several.
final class DaysExport implements Export {
    private static final Sentence BOTH = Sentence.of(
            "import_both_platforms",
            "The file holds days of {platform} and of {other}: those of {other} were taken to be of its account \"{account}\" too. If that account is called otherwise, undo the import, and import the tables of each platform as a file of their own.");

    private final ExportFormat format;
    private final List<Block> blocks;

    DaysExport(ExportFormat format, List<Block> blocks) {
        this.format = format;
        this.blocks = blocks;
    }

    @Override
    public ExportFormat format() {
        return format;
    }

    /// A file that names both platforms holds both, so it is not asked which one it is of.
    @Override
    public Accounts accounts() {
        Set<Platform> named = EnumSet.noneOf(Platform.class);
        boolean open = false;
        for (Block block : blocks) {
            Optional<Platform> platform = title(block).platform();
            platform.ifPresent(named::add);
            open |= platform.isEmpty();
        }
        Set<Platform> asked = open
                ? Set.of(Platform.FACEBOOK, Platform.INSTAGRAM)
                : Set.of(named.iterator().next());
        return new Accounts.One(asked, Optional.empty());
    }

    private static DayTitle title(Block block) {
        return DayTitle.of(block.title()).orElseThrow();
    }

    @Override
    public Optional<Instant> stamp() {
        return Optional.empty();
    }

    @Override
    public Optional<Period> period() {
        return blocks.stream()
                .map(DayRows::stated)
                .filter(stated -> !stated.isEmpty())
                .map(stated -> new Period(stated.first(), stated.last()))
                .reduce(Period::with);
    }

    @Override
    public Set<String> parts() {
        return blocks.stream().map(block -> block.header().part().name()).collect(Collectors.toSet());
    }

    @Override
    public void read(Reading reading) {
        Map<String, Double> seen = new HashMap<>();
        Block.read(reading, blocks, block -> {
            DayTitle title = title(block);
            return new DayRows(reading, account(reading, title), title.metric(), DayRows.stated(block), seen);
        });
    }

    private static AccountKey account(Reading reading, DayTitle title) {
        AccountKey told = reading.account();
        Platform platform = title.platform().orElse(told.platform());
        if (platform == told.platform()) {
            return told;
        }
        reading.tally()
                .warn(
                        "both platforms",
                        BOTH.said(Map.of(
                                "platform",
                                Value.platform(told.platform()),
                                "other",
                                Value.platform(platform),
                                "account",
                                Value.name(told.handle()))));
        return reading.account(AccountKey.ofHandle(platform, told.handle()));
    }
}
