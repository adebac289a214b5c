package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Part;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The daily files of a page or an Instagram account, one metric each: `Reach.csv`, `Visits.csv` and so on. Only the
/// title above the table names the metric, and the platform at best; no file names the account.
public final class MetaDays implements ExportFormat {
    private static final Sentence UNKNOWN_TITLE = Sentence.of(
            "title_above_days_unknown",
            "The title above the days, \"{title}\", does not say which metric they are of: download the file "
                    + "again with Business Suite in English. Understood are {known}, each with Facebook or Instagram before"
                    + " it.");

    @Override
    public String key() {
        return "meta_days";
    }

    @Override
    public String title() {
        return "Meta Business Suite results by day (CSV with a title and the columns Date and Primary)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Block> blocks = new ArrayList<>();
        for (Part part : file.parts()) {
            if (Block.begins(part, MetaDays::isHeader)) {
                blocks.addAll(Block.all(part, (_, header) -> isHeader(header)));
            }
        }
        blocks.forEach(MetaDays::refuseUnknown);
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new DaysExport(this, blocks));
    }

    private static boolean isHeader(Header header) {
        return header.width() == 2 && header.has("date") && header.has("primary");
    }

    private static void refuseUnknown(Block block) {
        if (DayTitle.of(block.title()).isEmpty()) {
            throw new ImportRefused(
                            "unknown_metric",
                            UNKNOWN_TITLE.said(Map.of(
                                    "title", Value.name(block.title()),
                                    "known", Value.name(String.join(", ", DayTitle.known())))))
                    .inPart(block.header().part().name())
                    .at(block.header().row());
        }
    }
}
