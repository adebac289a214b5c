package io.tidemark.collect.file.tools;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Publer's "Post Insights": a row for each post of a workspace, whatever its platform, below a preamble.
public final class PublerPosts implements ExportFormat {
    private static final Sentence OF_ALL_ACCOUNTS = Sentence.of(
            "publer_overview",
            "This is Publer's overview, which adds up all accounts of a workspace and says nothing of one: export"
                    + " \"Post Insights\" instead, whose posts Tidemark adds up by account.");
    private static final Sentence OF_ALL_HASHTAGS = Sentence.of(
            "publer_hashtags",
            "This is Publer's hashtag analysis, which adds up all accounts of a workspace and says nothing of "
                    + "one: export \"Post Insights\" instead, whose posts Tidemark adds up by account and by hashtag.");

    private static final Vocabulary NAMES = new Vocabulary();
    private static final Set<String> REQUIRED = Set.of("date", "social account", "social network", "post link");
    private static final Set<String> OVERVIEW = Set.of("workspace name", "number of social accounts");
    private static final Set<String> HASHTAGS = Set.of("hashtag", "top performing posts", "score");

    @Override
    public String key() {
        return "publer_posts";
    }

    @Override
    public String title() {
        return "Publer post insights (.csv with a row for each post)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Header> posts = headers(file, REQUIRED);
        if (posts.isEmpty()) {
            refuseSums(file);
            return Optional.empty();
        }
        return Optional.of(new PublerExport(this, posts));
    }

    private static List<Header> headers(ExportFile file, Set<String> required) {
        return file.parts().stream()
                .flatMap(part -> Header.find(part, NAMES, header -> header.hasAll(required)).stream())
                .toList();
    }

    /// Publer's other two files add up accounts of all platforms, so that nothing in them is of anybody.
    private static void refuseSums(ExportFile file) {
        boolean overview = !headers(file, OVERVIEW).isEmpty();
        if (file.parts().size() == 1 && (overview || !headers(file, HASHTAGS).isEmpty())) {
            throw new ImportRefused("no_account_in_file", (overview ? OF_ALL_ACCOUNTS : OF_ALL_HASHTAGS).said());
        }
    }

    private record PublerExport(ExportFormat format, List<Header> posts) implements Export {
        @Override
        public Accounts accounts() {
            return new Accounts.Each(EnumSet.allOf(Platform.class));
        }

        @Override
        public Optional<Instant> stamp() {
            return Optional.empty();
        }

        @Override
        public Optional<Period> period() {
            return posts.stream()
                    .flatMap(header -> PublerPreamble.period(header).stream())
                    .reduce(Period::with);
        }

        @Override
        public boolean givesLocalTimes() {
            return true;
        }

        @Override
        public Set<String> parts() {
            return posts.stream().map(Header::part).map(Part::name).collect(Collectors.toSet());
        }

        @Override
        public void read(Reading reading) {
            PublerRows rows = new PublerRows(reading);
            posts.forEach(header -> reading.each(header, rows));
        }
    }
}
