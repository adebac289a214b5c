package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.CoveredDays;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.DayStyle;
import io.tidemark.collect.file.table.ExportFile;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Part;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The content export of a LinkedIn company page, `<page>_content_<epoch milliseconds>.xls`: a sheet of days, cut in
/// UTC,
/// and a sheet of posts with lifetime counters.
public final class LinkedInPageContent implements ExportFormat {
    /// Browsers append ` (1)`, `-1` or ` 2` to a second download of the same name.
    private static final Pattern NAME = Pattern.compile(
            "(?<page>.+)_content_(?<stamp>\\d{13})(?: ?\\(\\d+\\)|[-_ ]\\d{1,3})?(?:\\.\\w{1,5})?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String key() {
        return "linkedin_page_content";
    }

    @Override
    public String title() {
        return "LinkedIn page content (.xls with a sheet of days and a sheet of posts)";
    }

    @Override
    public Optional<Export> recognise(ExportFile file) {
        List<Header> days = new ArrayList<>();
        List<Header> posts = new ArrayList<>();
        for (Part part : file.parts()) {
            header(part, LinkedInNames.DAYS).ifPresent(days::add);
            header(part, LinkedInNames.POSTS).ifPresent(posts::add);
        }
        return days.isEmpty() && posts.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageExport(this, days, posts, NAME.matcher(file.lastName())));
    }

    private static Optional<Header> header(Part part, Set<String> required) {
        return Header.find(part, LinkedInNames.VOCABULARY, header -> header.hasAll(required));
    }

    private static final class PageExport implements Export {
        private final ExportFormat format;
        private final List<Header> days;
        private final List<Header> posts;
        private final Optional<String> handle;
        private final Optional<Instant> stamp;

        PageExport(ExportFormat format, List<Header> days, List<Header> posts, Matcher name) {
            this.format = format;
            this.days = days;
            this.posts = posts;
            boolean named = name.matches();
            this.handle = named ? Optional.of(name.group("page")) : Optional.empty();
            this.stamp =
                    named ? Optional.of(Instant.ofEpochMilli(Long.parseLong(name.group("stamp")))) : Optional.empty();
        }

        @Override
        public ExportFormat format() {
            return format;
        }

        @Override
        public Accounts accounts() {
            return new Accounts.One(Platform.LINKEDIN, handle);
        }

        @Override
        public Optional<Instant> stamp() {
            return stamp;
        }

        @Override
        public Optional<Period> period() {
            CoveredDays covered = new CoveredDays(DayStyle.MONTH_DAY_YEAR);
            days.forEach(covered::add);
            return covered.period();
        }

        @Override
        public Set<String> parts() {
            return Stream.concat(days.stream(), posts.stream())
                    .map(header -> header.part().name())
                    .collect(Collectors.toSet());
        }

        @Override
        public void read(Reading reading) {
            period().map(Period::to).ifPresent(last -> warnOfFuture(reading, last));
            LinkedInDays dayRows = new LinkedInDays(reading);
            days.forEach(header -> reading.each(header, dayRows));
            LinkedInPosts postRows = new LinkedInPosts(reading);
            posts.forEach(header -> reading.each(header, postRows));
        }

        private static void warnOfFuture(Reading reading, LocalDate last) {
            Instant begin = last.atStartOfDay(Platform.LINKEDIN.bucketZone()).toInstant();
            if (reading.observedAt().isBefore(begin)) {
                reading.tally()
                        .warn(
                                "future",
                                "The file is taken to be from " + reading.observedAt() + " but covers days up to "
                                        + last + ": check the time with --observed-at.");
            }
        }
    }
}
