package io.tidemark.collect.file.tools;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.collect.file.table.Vocabulary;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Hootsuite's tables of posts of X, Instagram and Facebook, alone or together in a zip.
public final class HootsuitePosts implements ExportFormat {
    private static final Vocabulary NAMES = new Vocabulary();

    @Override
    public String key() {
        return "hootsuite_posts";
    }

    @Override
    public String title() {
        return "Hootsuite posts of X, Instagram or Facebook (.csv, or a .zip of them)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Header> posts = file.parts().stream()
                .flatMap(part -> Header.find(
                        part, NAMES, header -> HootsuiteNetwork.of(header).isPresent())
                        .stream())
                .toList();
        return posts.isEmpty() ? Optional.empty() : Optional.of(new HootsuiteExport(this, posts));
    }

    private record HootsuiteExport(ExportFormat format, List<Header> posts) implements Export {
        @Override
        public Accounts accounts() {
            return new Accounts.Each(posts.stream()
                    .flatMap(header -> HootsuiteNetwork.of(header).stream())
                    .map(HootsuiteNetwork::platform)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Platform.class))));
        }

        @Override
        public Optional<Instant> stamp() {
            return Optional.empty();
        }

        /// Only when posts were published: the numbers are those of the download.
        @Override
        public Optional<Period> period() {
            return Optional.empty();
        }

        @Override
        public Set<String> parts() {
            return posts.stream().map(Header::part).map(Part::name).collect(Collectors.toSet());
        }

        @Override
        public void read(Reading reading) {
            for (HootsuiteNetwork network : HootsuiteNetwork.values()) {
                HootsuiteRows rows = new HootsuiteRows(reading, network);
                posts.stream()
                        .filter(header -> HootsuiteNetwork.of(header).orElseThrow() == network)
                        .forEach(header -> reading.each(header, rows));
            }
        }
    }
}
