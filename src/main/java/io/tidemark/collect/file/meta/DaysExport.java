package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Recognised daily files, each with one block or several.
final class DaysExport implements Export {
    private final ExportFormat format;
    private final List<Block> blocks;
    private final Map<Header, TreeSet<LocalDate>> days;

    DaysExport(ExportFormat format, List<Block> blocks) {
        this.format = format;
        this.blocks = blocks;
        this.days = blocks.stream()
                .map(Block::header)
                .collect(Collectors.groupingBy(Header::part, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(DayRows::statedDays)
                .collect(HashMap::new, Map::putAll, Map::putAll);
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
        Set<Platform> asked = open ? Set.of(Platform.FACEBOOK, Platform.INSTAGRAM) : Set.of(named.iterator().next());
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
        return days.values().stream()
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
        Map<Part, List<Block>> byPart = blocks.stream()
                .collect(Collectors.groupingBy(
                        block -> block.header().part(), LinkedHashMap::new, Collectors.toList()));
        byPart.values().forEach(part -> {
            Map<Header, DayTitle> titles = new HashMap<>();
            part.forEach(block -> titles.put(block.header(), title(block)));
            reading.stacked(part.stream().map(Block::header).toList(), header -> {
                DayTitle title = titles.get(header);
                return new DayRows(reading, account(reading, title), title.metric(), stated(header), seen);
            });
        });
    }

    private TreeSet<LocalDate> stated(Header header) {
        return days.getOrDefault(header, new TreeSet<>());
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
                        "The file holds days of " + told.platform().title() + " and of " + platform.title()
                                + ": those of " + platform.title() + " were taken to be of its account \""
                                + told.handle()
                                + "\" too. If that account is called otherwise, undo the import, and import the tables of"
                                + " each platform as a file of their own.");
        return reading.account(AccountKey.ofHandle(platform, told.handle()));
    }
}
