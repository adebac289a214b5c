package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import java.util.List;
import java.util.Optional;

/// The content exports of Meta Business Suite, `<from>_<to>_<number>.csv`: Facebook posts, Facebook videos, Instagram
/// posts and reels, Instagram stories. One row a post with lifetime counters, or one a post and day; every row names
/// its account.
public final class MetaContent implements ExportFormat {
    @Override
    public String key() {
        return "meta_content";
    }

    @Override
    public String title() {
        return "Meta Business Suite content export (CSV: Facebook posts or videos, Instagram posts, reels or stories)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Header> tables = file.parts().stream()
                .flatMap(part ->
                        Header.find(
                                part,
                                MetaNames.VOCABULARY,
                                header -> ContentTable.of(header).isPresent())
                                .stream())
                .toList();
        return tables.isEmpty() ? Optional.empty() : Optional.of(new ContentExport(this, tables));
    }
}
