package io.tidemark.collect.file;

import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.linkedin.LinkedInCompetitors;
import io.tidemark.collect.file.linkedin.LinkedInFollowers;
import io.tidemark.collect.file.linkedin.LinkedInPageContent;
import io.tidemark.collect.file.linkedin.LinkedInProfile;
import io.tidemark.collect.file.linkedin.LinkedInSinglePost;
import io.tidemark.collect.file.linkedin.LinkedInVisitors;
import io.tidemark.collect.file.meta.FacebookInsights;
import io.tidemark.collect.file.meta.MetaAudience;
import io.tidemark.collect.file.meta.MetaContent;
import io.tidemark.collect.file.meta.MetaDays;
import io.tidemark.collect.file.own.TidemarkTables;
import io.tidemark.collect.file.table.Choice;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.tiktok.TikTokAnalytics;
import io.tidemark.collect.file.tools.HootsuitePosts;
import io.tidemark.collect.file.tools.PublerPosts;
import io.tidemark.collect.file.x.XDays;
import io.tidemark.collect.file.x.XPosts;
import io.tidemark.collect.file.x.XVideos;
import io.tidemark.collect.file.youtube.YouTubeStudio;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All formats that are understood.
final class Formats {
    static final List<ExportFormat> ALL = List.of(
            new FacebookInsights(),
            new HootsuitePosts(),
            new LinkedInCompetitors(),
            new LinkedInFollowers(),
            new LinkedInPageContent(),
            new LinkedInProfile(),
            new LinkedInSinglePost(),
            new LinkedInVisitors(),
            new MetaAudience(),
            new MetaContent(),
            new MetaDays(),
            new PublerPosts(),
            new TidemarkTables(),
            new TikTokAnalytics(),
            new XDays(),
            new XPosts(),
            new XVideos(),
            new YouTubeStudio());

    private static final Sentence SEVERAL_FORMATS =
            Sentence.of("file_fits_several_formats", "The columns fit several exports: say which it is.");
    private static final Sentence COLUMNS_UNKNOWN =
            Sentence.of("file_columns_unknown", "No known export has the columns of this file.");
    private static final Sentence UNDERSTOOD = Sentence.of(
            "exports_understood",
            "Understood are the exports of Facebook, Instagram, LinkedIn, TikTok, X, YouTube, Hootsuite and "
                    + "Publer, and Tidemark's own; docs/import.md tells where to get them.");
    private static final Sentence ANY_OTHER = Sentence.of(
            "any_table_with_mapping", "Any other table can be read with a mapping that says what its columns are.");
    private static final Sentence PERHAPS_ARCHIVE = Sentence.of(
            "file_perhaps_archive",
            "If it is the archive of an account, of Instagram for instance, export the numbers from the "
                    + "platform's analytics instead.");
    private static final Sentence MORE_LIKE_THIS = Sentence.of("more_like_this", "And {n} more like this.");
    private static final int MOST_DESCRIBED = 5;
    private static final int MOST_REMARKS = 3;

    private Formats() {}

    /// The exports that the file holds, no part in two of them.
    ///
    /// @param told key of the format to take where a part looks like several
    /// @return none where no format knows any part
    /// @throws ImportRefused where several know the same part
    static List<Export> recognise(ExportFile file, @Nullable String told) {
        List<Export> candidates = new ArrayList<>();
        for (ExportFile download : file.downloads()) {
            for (ExportFormat format : ALL) {
                if (told == null || format.key().equals(told)) {
                    format.recognise(download).ifPresent(candidates::add);
                }
            }
        }
        refuseOverlaps(candidates);
        return List.copyOf(candidates);
    }

    private static void refuseOverlaps(List<Export> candidates) {
        Set<ExportFormat> disputed = new LinkedHashSet<>();
        for (Export one : candidates) {
            for (Export other : candidates) {
                if (!one.equals(other) && !Collections.disjoint(one.parts(), other.parts())) {
                    disputed.add(one.format());
                }
            }
        }
        if (!disputed.isEmpty()) {
            throw new ImportRefused("format_needed", SEVERAL_FORMATS.said())
                    .asking(disputed.stream()
                            .map(format -> new Choice(format.key(), format.title()))
                            .toList());
        }
    }

    static ImportRefused unknown(ExportFile file) {
        if (file.parts().isEmpty()) {
            return noTable(file);
        }
        List<Said> said = new ArrayList<>();
        said.add(COLUMNS_UNKNOWN.said());
        file.parts().stream().limit(MOST_DESCRIBED).map(Header::describe).forEach(said::add);
        said.addAll(remarks(file));
        said.add(UNDERSTOOD.said());
        said.add(ALL.stream()
                .flatMap(format -> format.resemblance(file).stream())
                .findFirst()
                .orElseGet(ANY_OTHER::said));
        return new ImportRefused("unknown_format", Said.inTurn(said));
    }

    /// What people download as "their information" is such an archive: it holds what they posted, and numbers, if any,
    /// as texts of the interface's language.
    private static ImportRefused noTable(ExportFile file) {
        List<Said> said = new ArrayList<>();
        said.add(ExportFile.NO_TABLE.said());
        said.addAll(remarks(file));
        said.add(PERHAPS_ARCHIVE.said());
        said.add(UNDERSTOOD.said());
        return new ImportRefused("unknown_format", Said.inTurn(said));
    }

    private static List<Said> remarks(ExportFile file) {
        Stream<Said> shown = file.remarks().stream().limit(MOST_REMARKS);
        int more = file.remarks().size() - MOST_REMARKS;
        return more > 0
                ? Stream.concat(shown, Stream.of(MORE_LIKE_THIS.said(Map.of("n", Value.count(more)))))
                        .toList()
                : shown.toList();
    }
}
