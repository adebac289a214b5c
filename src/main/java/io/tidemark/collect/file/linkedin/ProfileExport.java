package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Accounts;
import io.tidemark.collect.file.format.CoveredDays;
import io.tidemark.collect.file.format.Export;
import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Header;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The sheets of a person's export, ready to be read.
final class ProfileExport implements Export {
    private static final Sentence DAY_ORDER = Sentence.of(
            "import_day_order",
            "Every date of the file could begin with the day or with the month: the month was taken to come first.");

    private final ExportFormat format;
    private final ProfileFile file;
    private final ProfileSheets sheets;

    ProfileExport(ExportFormat format, ProfileFile file, ProfileSheets sheets) {
        this.format = format;
        this.file = file;
        this.sheets = sheets;
    }

    @Override
    public ExportFormat format() {
        return format;
    }

    @Override
    public Accounts accounts() {
        return file.person()
                .<Accounts>map(person -> new Accounts.Called(Platform.LINKEDIN, person))
                .orElseGet(() -> new Accounts.One(Platform.LINKEDIN, Optional.empty()));
    }

    /// The name says which days are covered and not when the file was made.
    @Override
    public Optional<Instant> stamp() {
        return Optional.empty();
    }

    @Override
    public Optional<Period> period() {
        return period(order());
    }

    private DayOrder order() {
        return DayOrder.of(sheets.all().stream().map(Header::part).distinct().toList(), file.period());
    }

    private Optional<Period> period(DayOrder order) {
        return sheets.overview().stream()
                .flatMap(header -> order.period(header.names().get(1)).stream())
                .findFirst()
                .or(() -> covered(order))
                .or(file::period);
    }

    private Optional<Period> covered(DayOrder order) {
        CoveredDays days = new CoveredDays(order.style());
        sheets.days().forEach(days::add);
        return days.period();
    }

    @Override
    public Set<String> parts() {
        return sheets.all().stream().map(header -> header.part().name()).collect(Collectors.toSet());
    }

    @Override
    public void read(Reading reading) {
        DayOrder order = order();
        Optional<Period> period = period(order);
        if (!order.certain()) {
            reading.tally().warn("day order", DAY_ORDER.said());
        }
        ProfileDays days = new ProfileDays(reading, order.style());
        sheets.days().forEach(header -> reading.each(header, days::impressions));
        ProfileOverview overview = new ProfileOverview(reading, period, days);
        sheets.overview().forEach(header -> reading.each(header, overview));
        for (Header header : sheets.posts()) {
            ProfilePosts posts = new ProfilePosts(reading, header, order.style(), period);
            reading.each(posts.first(), posts);
        }
        ProfileFollowers followers = new ProfileFollowers(reading, order);
        for (Header header : sheets.followers()) {
            reading.stacked(
                    List.of(ProfileFollowers.above(header), header),
                    table -> table.isImplied() ? followers::level : days::followers);
        }
        ProfileDemographics demographics = new ProfileDemographics(reading, period);
        sheets.demographics().forEach(header -> reading.each(header, demographics));
    }
}
