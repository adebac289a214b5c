package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Rows of the sheets of demographics: what part of the people who saw the posts, or who follow, are of a kind.
final class ProfileDemographics implements Reading.RowReader {
    private final Reading reading;
    private final Optional<Period> period;
    private final Set<String> seen = new HashSet<>();

    ProfileDemographics(Reading reading, Optional<Period> period) {
        this.reading = reading;
        this.period = period;
    }

    @Override
    public Outcome read(Line line) {
        String dimension = AudiencePart.slug(line.text("top demographics")
                .orElseThrow(() -> line.bad("top demographics", Reason.NO_SUBJECT.said())));
        String key = line.text("value").orElseThrow(() -> line.bad("value", Reason.NOBODY_COUNTED.said()));
        Optional<Share> share = Share.of(line, "percentage");
        String whose = whose(line.header().part().name());
        if (!seen.add(whose + " " + dimension + " " + key)) {
            return Outcome.DUPLICATE;
        }
        List<Observation> observations = share.stream()
                .<Observation>map(part -> new Observation.OfBreakdown(
                        reading.account(),
                        dimension,
                        key,
                        part.metric("linkedin." + whose),
                        period.map(Period::from).orElse(null),
                        period.map(Period::to).orElse(null),
                        part.value(),
                        reading.observedAt()))
                .toList();
        return new Outcome(Outcome.Fate.BREAKDOWN, observations);
    }

    /// Newer files have a sheet about the audience and one about those who saw the content, with the same columns: only
    /// their names tell them apart.
    private static String whose(String sheet) {
        String name = sheet.toLowerCase(Locale.ROOT);
        return name.contains("conte") || name.contains("inhalt") ? "content_share" : "audience_share";
    }
}
