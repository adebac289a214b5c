package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The export of one post of a person, `SinglePostAnalytics_<Name>_<post id>.xlsx`: a sheet of two columns, what is
/// counted and how much, and below it a table of who saw the post.
public final class LinkedInSinglePost implements ExportFormat {
    @Override
    public String key() {
        return "linkedin_single_post";
    }

    @Override
    public String title() {
        return "LinkedIn analytics of one post of a person";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        return file.parts().stream()
                .map(part -> Header.all(
                        part,
                        LinkedInNames.VOCABULARY,
                        header -> SinglePost.isAddress(header) || SinglePost.isAudience(header)))
                .filter(rows -> !rows.isEmpty() && SinglePost.isAddress(rows.getFirst()))
                .findFirst()
                .map(rows -> new SinglePostExport(this, ProfileFile.of(file), rows));
    }

    /// @param rows the row with the address of the post, and the header of the table below where there is one
    private record SinglePostExport(ExportFormat format, ProfileFile file, List<Header> rows) implements Export {
        @Override
        public Accounts accounts() {
            return file.person()
                    .<Accounts>map(person -> new Accounts.Called(Platform.LINKEDIN, person))
                    .orElseGet(() -> new Accounts.One(Platform.LINKEDIN, Optional.empty()));
        }

        @Override
        public Optional<Instant> stamp() {
            return Optional.empty();
        }

        @Override
        public Optional<Period> period() {
            return Optional.empty();
        }

        @Override
        public Set<String> parts() {
            return Set.of(rows.getFirst().part().name());
        }

        @Override
        public void read(Reading reading) {
            Header above = SinglePost.columns(rows.getFirst().part());
            List<Header> tables = new ArrayList<>(List.of(above));
            rows.stream().filter(SinglePost::isAudience).forEach(tables::add);
            SinglePost post = new SinglePost(reading, rows.getFirst());
            reading.stacked(tables, table -> table.isImplied() ? post::number : post::audience);
        }
    }
}
