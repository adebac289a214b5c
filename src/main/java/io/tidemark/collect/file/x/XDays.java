package io.tidemark.collect.file.x;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.CoveredDays;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.format.TableExport;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Days of an account: `account_overview_analytics.csv` of X, and the export by day of the former Twitter Analytics.
public final class XDays implements ExportFormat {
    private static final Sentence OTHER_LANGUAGE = Sentence.of(
            "x_days_in_other_language",
            "It looks like the account overview of X in a language whose columns are not known: export it again "
                    + "with X in English, or say what its columns are with a mapping.");

    @Override
    public String key() {
        return "x_days";
    }

    @Override
    public String title() {
        return "X account overview (CSV with a row a day, or Twitter Analytics by day)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Header> tables = file.parts().stream()
                .flatMap(part -> XNames.days(part).stream())
                .toList();
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        CoveredDays days = new CoveredDays(DayStyle.ENGLISH_MONTH);
        tables.forEach(days::add);
        return Optional.of(new TableExport(
                this,
                new Accounts.One(Platform.X, Optional.empty()),
                Optional.empty(),
                days.period(),
                tables,
                reading -> read(tables, reading)));
    }

    @Override
    public Optional<Said> resemblance(ExportFile file) {
        return file.parts().stream().anyMatch(XOrder::looksLikeDays)
                ? Optional.of(OTHER_LANGUAGE.said())
                : Optional.empty();
    }

    private static void read(List<Header> tables, Reading reading) {
        Set<LocalDate> seen = new HashSet<>();
        tables.forEach(table -> reading.each(table, XDayRows.of(reading, table, seen)));
    }
}
