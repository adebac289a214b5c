package io.tidemark.serve.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.serve.http.Json;
import io.tidemark.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every finding that is answered carries its evidence, and all of it.
class HonestyTest {
    private static final JsonMapper JSON = Json.mapper();

    /// What makes a record a finding: it says something in words.
    private static final Set<String> WORDS = Set.of("text", "sentence", "title", "verdict_text");

    /// Answers that count and find nothing.
    private static final Set<String> COUNTS_ONLY = Set.of("AudienceAnswer");

    @Test
    void whateverSaysSomethingCarriesWhatItRestsOn() {
        List<Class<?>> findings = records("io.tidemark.analytics.insight", "io.tidemark.serve.analytics").stream()
                .filter(HonestyTest::speaks)
                .filter(type -> !isPost(type))
                .toList();

        // Were none found, the rule would hold of nothing.
        assertThat(findings).extracting(Class::getSimpleName).contains("Insight", "Entry", "TimingConclusion");
        // One that sums up others carries theirs.
        assertThat(findings)
                .allSatisfy(type -> assertThat(leadsToEvidence(type, new HashSet<>()))
                        .as(type.getName())
                        .isTrue());
    }

    @Test
    void everyAnswerOfTheInsightsLeadsToEvidence() {
        List<Class<?>> answers = records("io.tidemark.analytics.insight").stream()
                .filter(type -> type.getSimpleName().endsWith("Answer"))
                .filter(type -> !COUNTS_ONLY.contains(type.getSimpleName()))
                .toList();

        assertThat(answers).extracting(Class::getSimpleName).contains("FeedAnswer", "BestTimesAnswer");
        assertThat(answers)
                .allSatisfy(type -> assertThat(leadsToEvidence(type, new HashSet<>()))
                        .as(type.getName())
                        .isTrue());
    }

    @Test
    void evidenceIsWrittenWholeAlsoWhatIsMissing() {
        Evidence evidence = new Evidence(
                null,
                null,
                null,
                null,
                0,
                null,
                new Coverage(Coverage.Unit.POST, 0, 0, 0),
                0,
                Instant.EPOCH,
                "method/1",
                EvidenceStatus.NOT_PROVIDED,
                "not_provided");

        JsonNode written = JSON.readTree(JSON.writeValueAsString(evidence));

        assertThat(written.propertyNames()).containsExactlyElementsOf(members());
        assertThat(written.get("value").isNull()).isTrue();
        assertThat(written.get("status").asString()).isEqualTo("not_provided");
    }

    @Test
    void theDescriptionPromisesAllOfItForEveryFinding() throws IOException {
        List<JsonNode> schemas = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:openapi/*.json")) {
            // Its shape was settled before findings carried anything; it says itself that programs had better move on.
            if ("legacy.json".equals(file.getFilename())) {
                continue;
            }
            try (InputStream in = file.getInputStream()) {
                collect(JSON.readTree(in), schemas);
            }
        }
        List<JsonNode> findings = schemas.stream()
                .filter(schema -> has(schema, "title") || has(schema, "status"))
                .filter(schema -> has(schema, "text") && !has(schema, "published_at"))
                // What a person writes beside a panel is no finding.
                .filter(schema -> !has(schema, "panel"))
                .toList();

        assertThat(findings).isNotEmpty();
        assertThat(findings)
                .allSatisfy(schema -> assertThat(schema.get("properties")
                                .path("evidence")
                                .path("$ref")
                                .asString(""))
                        .as(schema.toString())
                        .isEqualTo("#/components/schemas/Evidence"));
        JsonNode promised = schemas.stream()
                .filter(schema -> has(schema, "provisional_share") && has(schema, "n_eff"))
                .findFirst()
                .orElseThrow();
        assertThat(new TreeSet<>(promised.get("properties").propertyNames())).isEqualTo(new TreeSet<>(members()));
        assertThat(promised.get("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(members());
    }

    private static List<String> members() {
        return Arrays.stream(Evidence.class.getRecordComponents())
                .map(component -> component
                        .getName()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<Class<?>> records(String... packages) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packages).stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static boolean speaks(Class<?> type) {
        return components(type)
                .anyMatch(one ->
                        Set.of(String.class, Said.class).contains(one.getType()) && WORDS.contains(one.getName()));
    }

    /// Its text is what somebody wrote, not what was found.
    private static boolean isPost(Class<?> type) {
        return components(type).anyMatch(one -> one.getName().equals("publishedAt"));
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(Objects.requireNonNull(type.getRecordComponents()));
    }

    private static boolean leadsToEvidence(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        return switch (type) {
            case Class<?> one when one == Evidence.class -> true;
            case Class<?> one
            when one.isRecord() ->
                components(one).anyMatch(component -> leadsToEvidence(component.getGenericType(), seen));
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments()).anyMatch(argument -> leadsToEvidence(argument, seen));
            case WildcardType open ->
                Arrays.stream(open.getUpperBounds()).anyMatch(bound -> leadsToEvidence(bound, seen));
            default -> false;
        };
    }

    private static boolean has(JsonNode schema, String property) {
        return schema.path("properties").has(property);
    }

    private static void collect(JsonNode node, List<JsonNode> schemas) {
        if (node.isObject() && node.path("properties").isObject()) {
            schemas.add(node);
        }
        node.forEach(child -> collect(child, schemas));
    }
}
