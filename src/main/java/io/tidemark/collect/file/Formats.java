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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final String UNDERSTOOD =
            "Understood are the exports of Facebook, Instagram, LinkedIn, TikTok, X, YouTube, Hootsuite and Publer, and Tidemark's own; docs/import.md tells where to get them";

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
            throw new ImportRefused("format_needed", "The columns fit several exports: say which it is.")
                    .asking(disputed.stream()
                            .map(format -> new Choice(format.key(), format.title()))
                            .toList());
        }
    }

    static ImportRefused unknown(ExportFile file) {
        String found = file.parts().stream()
                .limit(5)
                .map(part -> "\"" + part.name() + "\" begins with " + Header.describe(part))
                .collect(Collectors.joining("; "));
        if (found.isEmpty()) {
            return noTable(file);
        }
        String resemblance = ALL.stream()
                .flatMap(format -> format.resemblance(file).stream())
                .findFirst()
                .orElse("Any other table can be read with a mapping that says what its columns are.");
        return new ImportRefused(
                "unknown_format",
                "No known export has these columns: " + found + ". " + remarks(file) + UNDERSTOOD + ". " + resemblance);
    }

    /// What people download as "their information" is such an archive: it holds what they posted, and numbers, if any,
    /// as texts of the interface's language.
    private static ImportRefused noTable(ExportFile file) {
        return new ImportRefused(
                "unknown_format",
                "The file holds no table. " + remarks(file)
                        + "If it is the archive of an account, of Instagram for instance, export the numbers from the"
                        + " platform's analytics instead. " + UNDERSTOOD + ".");
    }

    private static String remarks(ExportFile file) {
        int most = 3;
        String shown =
                file.remarks().stream().limit(most).map(remark -> remark + " ").collect(Collectors.joining());
        int more = file.remarks().size() - most;
        return more > 0 ? shown + "And " + more + " more like this. " : shown;
    }
}
