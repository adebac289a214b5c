package io.tidemark.collect.file.meta;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The post data that Facebook's own Page Insights exported until about 2020: a sheet of key metrics, and sheets of
/// details, of which that of reactions, comments and shares is read too.
public final class FacebookInsights implements ExportFormat {
    private static final Vocabulary WORDS = new Vocabulary();
    private static final Set<String> KEY_METRICS = Set.of("post id", "lifetime post total reach");
    private static final Set<String> STORIES = Set.of("post id", "like", "comment", "share");

    @Override
    public String key() {
        return "facebook_insights_posts";
    }

    @Override
    public String title() {
        return "Facebook Page Insights post data (until 2020)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Header> metrics = new ArrayList<>();
        List<Header> stories = new ArrayList<>();
        for (Part part : file.parts()) {
            Header.find(part, WORDS, header -> header.hasAll(KEY_METRICS)).ifPresent(metrics::add);
            Header.find(part, WORDS, header -> header.hasAll(STORIES)).ifPresent(stories::add);
        }
        return metrics.isEmpty() ? Optional.empty() : Optional.of(new InsightsExport(this, metrics, stories));
    }
}
