package io.tidemark.serve.imports;

import io.tidemark.analytics.BadQuery;
import io.tidemark.collect.file.Answers;
import io.tidemark.collect.file.mapping.BadMapping;
import io.tidemark.collect.file.mapping.Mapping;
import io.tidemark.collect.file.mapping.MappingBook;
import io.tidemark.collect.file.mapping.MappingJson;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.Thing;
import io.tidemark.words.Sentence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;

/// What callers say about a file, as fields of an upload or as members of a body.
final class ImportAnswers {
    private static final Sentence NO_TIME = Sentence.of(
            "value_no_time_with_zone",
            "'{value}' is not a time: write it as 2026-03-10T09:00:00+01:00, with its zone.");

    static final Set<String> MEMBERS =
            Set.of("account", "platform", "format", "time_zone", "observed_at", "mapping", "dry_run");

    private static final int LONGEST = 200;
    private static final int LONGEST_MAPPING = 100_000;

    private final MappingBook mappings;
    private final long businessId;

    /// @param mappings that the business has confirmed, which may be named by number
    ImportAnswers(MappingBook mappings, long businessId) {
        this.mappings = mappings;
        this.businessId = businessId;
    }

    Answers of(Parameters given) {
        return new Answers(
                given.one("account").orElse(null),
                given.one("platform").map(ImportAnswers::platform).orElse(null),
                given.one("format").orElse(null),
                given.one("time_zone").map(ImportAnswers::zone).orElse(null),
                given.one("observed_at").map(ImportAnswers::instant).orElse(null),
                given.one("mapping").map(this::mapping).orElse(null));
    }

    /// @param before what was said before, which holds where nothing new is
    Answers of(Body body, Answers before) {
        return new Answers(
                body.text("account", LONGEST).orElse(before.account()),
                body.text("platform", LONGEST).map(ImportAnswers::platform).orElse(before.platform()),
                body.text("format", LONGEST).orElse(before.format()),
                body.text("time_zone", LONGEST).map(ImportAnswers::zone).orElse(before.timeZone()),
                body.text("observed_at", LONGEST).map(ImportAnswers::instant).orElse(before.observedAt()),
                body.text("mapping", LONGEST_MAPPING).map(this::mapping).orElse(before.mapping()));
    }

    private static Platform platform(String key) {
        return Platform.find(key)
                .orElseThrow(() -> Parameters.noneOf(
                        "platform",
                        key,
                        Arrays.stream(Platform.values()).map(Platform::key).toList()));
    }

    private static ZoneId zone(String text) {
        return Parameters.zone("time_zone", text);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException ignored) {
            throw Parameters.bad("observed_at", NO_TIME.said(Map.of("value", BadQuery.echo(text))));
        }
    }

    /// A mapping itself, as JSON, or the number of one that was confirmed before.
    private Mapping mapping(String text) {
        if (!text.startsWith("{")) {
            long id = Parameters.id("mapping", text);
            return mappings.find(businessId, id)
                    .map(MappingBook.Saved::mapping)
                    .orElseThrow(() -> Parameters.bad("mapping", Thing.MAPPING.absent(id)));
        }
        try {
            return MappingJson.read(text);
        } catch (BadMapping bad) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "bad_mapping", bad.said())
                    .with("parameter", "mapping")
                    .with("member", bad.member())
                    .exception();
        }
    }
}
