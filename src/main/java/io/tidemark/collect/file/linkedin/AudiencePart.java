package io.tidemark.collect.file.linkedin;

import io.tidemark.collect.file.format.Outcome;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.Reading;
import io.tidemark.collect.file.table.Header;
import io.tidemark.collect.file.table.Line;
import io.tidemark.collect.file.table.Reason;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// Rows of sheets of two columns: a place, an industry, a seniority or the like, and how many there are of it.
final class AudiencePart implements Reading.RowReader {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private final Reading reading;
    private final String column;
    private final Metric metric;
    private final Optional<Period> period;
    private final Set<String> seen = new HashSet<>();

    private AudiencePart(Reading reading, String column, Metric metric, Optional<Period> period) {
        this.reading = reading;
        this.column = column;
        this.metric = metric;
        this.period = period;
    }

    /// Followers are a level: as many as there are when the file speaks.
    static AudiencePart ofFollowers(Reading reading) {
        return new AudiencePart(reading, FollowerDays.TOTAL, Metric.FOLLOWERS, Optional.empty());
    }

    /// Views are those of the days that the file covers.
    static AudiencePart ofVisitors(Reading reading, Optional<Period> period) {
        return new AudiencePart(reading, VisitorDays.PART, Metric.PROFILE_VISITS, period);
    }

    static boolean isOne(Header header, String column) {
        List<String> names = header.names();
        return names.size() == 2
                && names.get(1).equals(column)
                && !names.getFirst().equals("date")
                && !slug(names.getFirst()).isEmpty();
    }

    /// A name of a dimension: `Company size` becomes `company_size`, `Funções` becomes `funcoes`.
    static String slug(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN_WORDS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll("_")
                .replaceAll("^_|_$", "");
    }

    @Override
    public Outcome read(Line line) {
        String dimension = line.header().names().getFirst();
        String key = line.text(dimension).orElseThrow(() -> line.bad(dimension, Reason.NO_SUBJECT.said()));
        OptionalDouble count = line.count(column);
        if (!seen.add(dimension + " " + key)) {
            return Outcome.DUPLICATE;
        }
        List<Observation> observations = count.isEmpty()
                ? List.of()
                : List.of(new Observation.OfBreakdown(
                        reading.account(),
                        slug(dimension),
                        key,
                        metric.key(),
                        period.map(Period::from).orElse(null),
                        period.map(Period::to).orElse(null),
                        count.getAsDouble(),
                        reading.observedAt()));
        return new Outcome(Outcome.Fate.BREAKDOWN, observations);
    }
}
