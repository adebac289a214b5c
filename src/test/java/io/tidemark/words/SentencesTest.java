package io.tidemark.words;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All sentences of the product are described, so that the page can be held to have them in other languages.
@AnalyzeClasses(packages = "io.tidemark", importOptions = SentencesTest.OfTheProduct.class)
class SentencesTest {
    private static final Path DESCRIBED = Path.of("src", "main", "resources", "openapi", "sentences.json");
    private static final ObjectWriter JSON = JsonMapper.shared().writer().with(printer());

    /// Tests have sentences of their own.
    static final class OfTheProduct implements ImportOption {
        private static final URL PRODUCT =
                Sentence.class.getProtectionDomain().getCodeSource().getLocation();

        @Override
        public boolean includes(Location location) {
            return location.asURI().toString().startsWith(PRODUCT.toString());
        }
    }

    @ArchTest
    static final ArchRule sentencesAreConstants = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("a sentence is made for a moment") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isEquivalentTo(Sentence.class)
                            && List.of("of", "counting").contains(call.getName())
                            && !isOfConstants(call.getOrigin());
                }
            })
            .because("only constants are found, and what is not found has no German");

    @ArchTest
    static void theDescriptionHasAllSentencesWithTheirEnglish(JavaClasses classes) throws IOException {
        String described = described(all(classes));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DESCRIBED, described);
        }
        assertThat(Files.readString(DESCRIBED))
                .as("%s is out of date: run this test with -Dgolden.update=true", DESCRIBED)
                .isEqualTo(described);
    }

    @ArchTest
    static void bothFormsOfACountHaveTheSamePlacesButTheNumber(JavaClasses classes) {
        assertThat(all(classes).values())
                .filteredOn(Sentence::counts)
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.places()).contains("n");
                    assertThat(one.places()).containsAll(new Sentence(one.code(), one.one(), one.one()).places());
                });
    }

    /// As the other parts of the description are written, with each code in a line of its own.
    private static PrettyPrinter printer() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return printer;
    }

    private static boolean isOfConstants(JavaCodeUnit origin) {
        return origin.getName().equals("<clinit>")
                || (origin.getOwner().isEnum() && origin.getName().equals("<init>"));
    }

    private static Map<String, Sentence> all(JavaClasses classes) {
        Map<String, Sentence> all = new TreeMap<>();
        classes.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .flatMap(SentencesTest::sentences)
                .forEach(one -> assertThat(all.put(one.code(), one))
                        .as("another sentence with the code %s", one.code())
                        .isNull());
        return all;
    }

    private static Stream<Sentence> sentences(JavaField field) {
        if (field.getRawType().isEquivalentTo(Sentence.class)) {
            return Stream.of((Sentence) value(field));
        }
        return field.getName().equals("SENTENCES")
                ? ((List<?>) value(field)).stream().map(Sentence.class::cast)
                : Stream.empty();
    }

    private static Object value(JavaField of) {
        try {
            Field field = of.reflect();
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException closed) {
            throw new AssertionError(of.getFullName(), closed);
        }
    }

    private static String described(Map<String, Sentence> all) {
        ObjectNode file = JsonMapper.shared().createObjectNode();
        ObjectNode code = file.putObject("components").putObject("schemas").putObject("SentenceCode");
        code.put("type", "string");
        code.put("description", "Which sentence it is; `x-english` has each with its places.");
        all.keySet().forEach(code.withArray("enum")::add);
        ObjectNode english = code.putObject("x-english");
        all.forEach((name, sentence) -> {
            if (sentence.counts()) {
                english.putObject(name).put("one", sentence.one()).put("other", sentence.other());
            } else {
                english.put(name, sentence.other());
            }
        });
        return JSON.writeValueAsString(file) + "\n";
    }
}
