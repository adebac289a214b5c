package io.tidemark.collect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.format.ExportFormat;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the page, the dictionary, the table of calls and files, and the connectors together.
class PlatformsPageTest {
    private static final Path CODE = Path.of("src", "main", "java", "io", "tidemark", "collect");

    @Test
    void thePageSaysWhatTheDictionaryAndTheTableSay() throws IOException {
        Path file = PlatformsPage.FOLDER.resolve("README.md");
        String page = PlatformsPage.render().stripTrailing() + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, page);
        }
        assertThat(Files.readString(file))
                .as("docs/platforms/README.md is out of date: run this test with -Dgolden.update=true")
                .isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource
    void everyNameOfTheDictionaryComesByAWay(Platform platform) {
        for (Subject subject : Subject.values()) {
            Set<String> named = Dictionary.provisions(platform, subject).stream()
                    .flatMap(provision -> provision.nativeFields().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> told = ways(platform)
                    .filter(way -> way.subject() == subject)
                    .flatMap(way -> way.names().stream())
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(told).as("names of %s in ways.csv", subject).isEqualTo(named);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadStandsInTheConnector(Platform platform) {
        String code = connector(platform);
        ways(platform).filter(way -> way.kind() == Way.Kind.API).forEach(way -> {
            assertThat(way.calls()).allSatisfy(call -> assertThat(code).contains("\"" + call));
            assertThat(words(way))
                    .allSatisfy(name -> assertThat(occurs(code, name)).as(name).isTrue());
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotReadDoesNot(Platform platform) {
        String code = connector(platform);
        ways(platform)
                .filter(way -> way.kind() == Way.Kind.UNREAD)
                .forEach(way -> assertThat(words(way))
                        .allSatisfy(
                                name -> assertThat(occurs(code, name)).as(name).isFalse()));
    }

    @Test
    void filesAreThoseOfOurFormatsAndTheirColumnsAreKnown() {
        Set<String> keys = Formats.ALL.stream().map(ExportFormat::key).collect(Collectors.toSet());
        String code = code(CODE.resolve("file")).toLowerCase(Locale.ROOT);
        Way.all().stream().filter(way -> way.kind() == Way.Kind.FILE).forEach(way -> {
            assertThat(keys).containsAll(way.calls());
            assertThat(way.names())
                    .allSatisfy(name -> assertThat(code)
                            .contains(name.toLowerCase(Locale.ROOT)
                                    .replaceFirst("^" + way.platform().key() + " ", "")));
        });
    }

    @Test
    void everyPageOfAPlatformIsLinked() throws IOException {
        try (Stream<Path> pages = Files.list(PlatformsPage.FOLDER)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .isSubsetOf(Arrays.stream(Platform.values())
                            .map(platform -> platform.key() + ".md")
                            .toList())
                    .allSatisfy(name -> assertThat(PlatformsPage.render()).contains("](" + name + ")"));
        }
    }

    private static Stream<Way> ways(Platform platform) {
        return Way.all().stream().filter(way -> way.platform() == platform);
    }

    /// `reactions.summary.total_count` is reached step by step, `a + b` is added up.
    private static List<String> words(Way way) {
        return way.names().stream()
                .flatMap(name -> Arrays.stream(name.split(" \\+ |\\.", -1)))
                .toList();
    }

    private static boolean occurs(String code, String name) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)")
                .matcher(code)
                .find();
    }

    /// Texts in the code of a platform's connector.
    private static String connector(Platform platform) {
        Stream<String> packages = switch (platform) {
            case FACEBOOK, INSTAGRAM, THREADS -> Stream.of(platform.key(), "graph");
            default -> Stream.of(platform.key());
        };
        return packages.map(CODE.resolve("connector")::resolve)
                .filter(Files::exists)
                .map(PlatformsPageTest::code)
                .flatMap(code -> Pattern.compile("\"[^\"\\n]*\"").matcher(code).results())
                .map(text -> text.group())
                .collect(Collectors.joining("\n"));
    }

    private static String code(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(PlatformsPageTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
