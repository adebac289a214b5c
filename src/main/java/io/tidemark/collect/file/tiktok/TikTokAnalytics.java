package io.tidemark.collect.file.tiktok;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.CoveredDays;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.TableExport;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The downloads of TikTok Studio (`Overview`, `Content`, `Viewers`, `FollowerHistory` and so on, alone or in an
/// archive or workbook) and of the Business Suite, which have the same tables with more columns.
public final class TikTokAnalytics implements ExportFormat {
    @Override
    public String key() {
        return "tiktok_analytics";
    }

    @Override
    public String title() {
        return "TikTok Studio or Business Suite (zip, CSV or workbook: Overview, Content, Viewers, Followers)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Header> tables =
                file.parts().stream().flatMap(part -> table(part).stream()).toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        List<Header> videos = of(TikTokNames.Table.VIDEOS, tables)
                .map(header -> TitlePart.repaired(header, TikTokNames.VOCABULARY))
                .toList();
        List<Header> others = tables.stream()
                .filter(header -> TikTokNames.table(header) != TikTokNames.Table.VIDEOS)
                .toList();
        Videos surveyed = Videos.of(videos);
        CoveredDays days = new CoveredDays(DayStyle.SLASHED);
        of(TikTokNames.Table.DAYS, tables).forEach(days::add);
        List<Header> all = new ArrayList<>(videos);
        all.addAll(others);
        return Optional.of(new TableExport(
                this,
                new Accounts.One(Platform.TIKTOK, surveyed.handle()),
                surveyed.exportedOn()
                        .map(day -> day.plusDays(1)
                                .atStartOfDay(Platform.TIKTOK.bucketZone())
                                .toInstant()),
                days.period(),
                all,
                reading -> new TikTokReading(reading).read(all)));
    }

    private static Optional<Header> table(Part part) {
        return Header.find(
                part, TikTokNames.VOCABULARY, header -> TikTokNames.table(header) != TikTokNames.Table.UNKNOWN);
    }

    private static Stream<Header> of(TikTokNames.Table kind, List<Header> tables) {
        return tables.stream().filter(header -> TikTokNames.table(header) == kind);
    }
}
