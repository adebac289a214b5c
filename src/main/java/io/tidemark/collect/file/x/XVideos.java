package io.tidemark.collect.file.x;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.CoveredDays;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.TableExport;
import io.tidemark.collect.file.format.UnknownColumns;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `video_overview_analytics.csv`: a table of days and below it one of videos.
public final class XVideos implements ExportFormat {
    @Override
    public String key() {
        return "x_videos";
    }

    @Override
    public String title() {
        return "X video overview (CSV with a table of days and a table of videos)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<List<Header>> parts = new ArrayList<>();
        CoveredDays days = new CoveredDays(DayStyle.ENGLISH_MONTH);
        for (Part part : file.parts()) {
            List<Header> tables = XNames.videos(part);
            if (!tables.isEmpty()) {
                parts.add(tables);
                addDays(days, tables);
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new TableExport(
                        this,
                        new Accounts.One(Platform.X, Optional.empty()),
                        Optional.empty(),
                        days.period(),
                        parts.stream().flatMap(List::stream).toList(),
                        reading -> read(parts, reading)));
    }

    private static void addDays(CoveredDays days, List<Header> tables) {
        for (int i = 0; i < tables.size(); i++) {
            if (XNames.isOfVideoDays(tables.get(i))) {
                days.add(
                        tables.get(i), i + 1 < tables.size() ? tables.get(i + 1).row() : Long.MAX_VALUE);
            }
        }
    }

    private static void read(List<List<Header>> parts, Reading reading) {
        XVideoDays days = new XVideoDays(reading);
        XVideoList videos = new XVideoList(reading);
        for (List<Header> tables : parts) {
            reading.stacked(tables, table -> {
                boolean ofDays = XNames.isOfVideoDays(table);
                Set<String> known = ofDays ? XVideoDays.COLUMNS : XVideoList.COLUMNS;
                UnknownColumns.warn(reading.tally(), table, known::contains);
                return ofDays ? days : videos;
            });
        }
    }
}
