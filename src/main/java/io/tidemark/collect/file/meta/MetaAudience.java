package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `Audience.csv`: the shares of followers by age and gender, country and city, and of content by format, in tables one
/// below the other.
public final class MetaAudience implements ExportFormat {
    /// The first row of older files, which names the platform.
    private static final String OF_PAGE = "fb_page follow unique_users";

    @Override
    public String key() {
        return "meta_audience";
    }

    @Override
    public String title() {
        return "Meta Business Suite audience (CSV: age and gender, top countries, top cities)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Block> blocks = new ArrayList<>();
        Set<String> ofPages = new HashSet<>();
        for (Part part : file.parts()) {
            if (Block.begins(part, MetaAudience::isTitle)) {
                blocks.addAll(Block.all(
                        part, (title, _) -> AudienceDimension.of(title).isPresent()));
            }
            if (Block.begins(part, header -> header.width() == 1 && header.has(OF_PAGE))) {
                ofPages.add(part.name());
            }
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new AudienceExport(this, blocks, ofPages));
    }

    private static boolean isTitle(Header header) {
        return header.width() == 1
                && AudienceDimension.of(header.names().getFirst()).isPresent();
    }
}
