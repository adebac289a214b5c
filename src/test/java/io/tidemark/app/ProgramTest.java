package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.ImportRequest;
import io.tidemark.collect.file.mapping.MappingJson;
import io.tidemark.collect.file.table.Choice;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProgramTest {
    @TempDir
    private Path home;

    private ProgramFixture program;

    @BeforeEach
    void prepare() {
        program = new ProgramFixture(home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "business",
                "business add",
                "business add Acme",
                "business add Acme --time-zone Mars/Base",
                "business add Acme --time-zone UTC --week-start someday",
                "user add someone@example.com",
                "user add nobody --password-stdin",
                "token",
                "token --user a@example.com --days 0",
                "serve --port many",
                "source undo x --business 1",
                "source list"
            })
    void wrongUsageIsTwoAndPrintsNothingOnStandardOutput(String line) {
        int code = program.run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(program.out).isEmpty();
        assertThat(program.err).isNotBlank();
        assertThat(program.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "serve --help", "business --help", "business add --help", "token --help"})
    void everyCommandExplainsItself(String line) {
        assertThat(program.run(line.split(" "))).isZero();
        assertThat(program.out).contains("Usage: tidemark", "--data-dir");
    }

    @Test
    void aBusinessIsAddedAndListed() {
        assertThat(program.run("business", "add", "Harbour Coffee", "--time-zone", "Europe/Berlin"))
                .isZero();
        assertThat(program.out).isEqualTo("Business 1: Harbour Coffee" + System.lineSeparator());

        assertThat(program.run("business", "list", "--json")).isZero();
        assertThat(program.out.strip())
                .isEqualTo("{\"businesses\":[{\"business_id\":1,\"name\":\"Harbour Coffee\","
                        + "\"time_zone\":\"Europe/Berlin\",\"week_start\":\"monday\",\"demo\":false}]}");
        assertThat(program.closed).isEqualTo(2);
    }

    @Test
    void aTakenNameFailsInOneSentence() {
        program.withBusiness("Acme");

        assertThat(program.run("business", "add", "Acme", "--time-zone", "UTC")).isEqualTo(1);
        assertThat(program.err.lines()).hasSize(1);
        assertThat(program.err).contains("exists already");
        assertThat(program.out).isEmpty();
    }

    @Test
    void dataLiesInTheHomeDirectoryUnlessToldOtherwise() {
        program.run("business", "list");
        program.run("business", "list", "--data-dir", home.resolve("elsewhere").toString());
        program.run("--data-dir", home.resolve("elsewhere").toString(), "business", "list");

        assertThat(program.opened)
                .extracting(Location::dataDirectory)
                .containsExactly(home.resolve(".tidemark"), home.resolve("elsewhere"), home.resolve("elsewhere"));
    }

    @Test
    void aUserIsAddedWithThePasswordFromStandardInput() {
        program.withBusiness("Acme").input = "a long password\n";

        assertThat(program.run("user", "add", "First@Example.com", "--password-stdin", "--business", "acme"))
                .isZero();
        assertThat(program.out).contains("first@example.com, administrator, member of Acme");
        assertThat(program.registry.findUser("first@example.com")).isPresent();
    }

    @Test
    void aShortPasswordIsRefused() {
        program.input = "short\n";

        assertThat(program.run("user", "add", "a@example.com", "--password-stdin"))
                .isEqualTo(1);
        assertThat(program.err).contains("at least 10 characters").doesNotContain("short\n");
        assertThat(program.registry.findUser("a@example.com")).isEmpty();
    }

    @Test
    void aMisspeltBusinessLeavesNoUserBehind() {
        program.withBusiness("Acme").input = "a long password\n";

        assertThat(program.run("user", "add", "a@example.com", "--password-stdin", "--business", "Acne"))
                .isEqualTo(1);
        assertThat(program.err).contains("There is no business 'Acne'; there are: 1 Acme.");
        assertThat(program.registry.findUser("a@example.com")).isEmpty();
    }

    @Test
    void aTokenIsPrintedAloneAndDiesWithThePassword() {
        program.input = "a long password\n";
        program.run("user", "add", "a@example.com", "--password-stdin");

        assertThat(program.run("token", "--user", "a@example.com", "--days", "3"))
                .isZero();
        String token = program.out.strip();
        assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

        User user = program.registry.findUser("a@example.com").orElseThrow();
        program.input = "another long password";
        assertThat(program.run("user", "password", "a@example.com", "--password-stdin"))
                .isZero();
        assertThat(program.registry.findUser(user.id()).orElseThrow().tokenGeneration())
                .isEqualTo(2);
    }

    @Test
    void theSigningKeyIsForItsOwnerAlone() throws IOException {
        program.run("business", "list");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(".tidemark/signing.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void sourcesAreListedAndUndoneOnce() {
        program.withBusiness("Acme");

        assertThat(program.run("source", "list", "--business", "1")).isZero();
        assertThat(program.out).contains("1001\t2026-11-01T05:00:00Z\tlinkedin_page_content\tacme.xls");
        assertThat(program.run("source", "undo", "1001", "--business", "1")).isZero();
        assertThat(program.run("source", "undo", "1001", "--business", "1")).isEqualTo(1);
        assertThat(program.run("source", "undo", "7", "--business", "1")).isEqualTo(1);
    }

    @Test
    void replayTakesAnAccountAndATimeAndTellsWhatItReplaced() {
        program.run("business", "add", "Acme", "--time-zone", "Europe/Berlin");
        assertThat(program.run("replay", "--business", "acme")).isZero();
        assertThat(program.out).contains("3 runs are kept; 1 were replaced, 1 are as before, 1 cannot be mapped again");
        assertThat(program.err).contains("Run 1007 of 2026-11-19T08:00:00Z stays as it is: It cannot.");
        assertThat(program.run("replay", "--business", "1", "--account", "@acme", "--since", "2026-11-01", "--json"))
                .isZero();
        assertThat(Json.mapper()
                        .readTree(program.out)
                        .get("refused")
                        .get(0)
                        .get("run_id")
                        .asLong())
                .isEqualTo(1007);
        assertThat(program.run("replay", "--business", "1", "--since", "2026-11-01T08:00:00+01:00"))
                .isZero();
        assertThat(program.replayed)
                .containsExactly(
                        "1 null 1970-01-01T00:00:00Z", "1 @acme 2026-10-31T23:00:00Z", "1 null 2026-11-01T07:00:00Z");
        assertThat(program.run("replay", "--business", "1", "--since", "yesterday"))
                .isEqualTo(1);
        assertThat(program.err).contains("'yesterday' is neither a date nor an instant");
        assertThat(program.run("replay")).isEqualTo(2);
    }

    @Test
    void rebuildTakesAllBusinessesUnlessOneIsNamed() {
        program.withBusiness("Acme").withBusiness("Bolt");

        assertThat(program.run("rebuild")).isZero();
        assertThat(program.run("rebuild", "--business", "bolt")).isZero();
        assertThat(program.records.rebuilt).containsExactly(1L, 2L, 2L);
    }

    @Test
    void aTakenPortIsToldInOneSentenceAndEverythingIsClosed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = program.run("serve", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(code).isEqualTo(1);
            assertThat(program.err.lines()).hasSize(1);
            assertThat(program.err).contains("is taken by another program");
            assertThat(program.closed).isEqualTo(1);
        }
    }

    @Test
    void theDemonstrationPrintsTheSameSignInEveryTime() {
        assertThat(program.run("demo", "--port", "0")).isZero();
        String first = password(program.out);
        assertThat(program.out)
                .contains("demo@example.com", "curl -H 'Authorization: Bearer ey")
                .contains("/api/v1/analytics/overview?business_id=1'");

        assertThat(program.run("demo", "--port", "0")).isZero();
        assertThat(password(program.out)).isEqualTo(first).hasSize(20);

        assertThat(program.run("demo", "--port", "0", "--reset")).isZero();
        assertThat(password(program.out)).isNotEqualTo(first);
    }

    @Test
    void theDemonstrationIsConnectedWhereItIsServed() {
        assertThat(program.run("demo", "--port", "0")).isZero();

        assertThat(program.connected).hasSize(1);
        assertThat(program.out).contains("Open      " + program.connected.getFirst());
    }

    @Test
    void aDemonstrationIsServedByItselfAlone() throws IOException {
        Path directory = Files.createDirectories(home.resolve("demo"));
        Files.writeString(directory.resolve("demo-sign-in"), "secret");

        int code = program.run("serve", "--port", "0", "--data-dir", directory.toString());

        assertThat(code).isEqualTo(1);
        assertThat(program.err).contains("holds a demonstration", "'tidemark demo'");
        assertThat(program.opened).isEmpty();
    }

    @Test
    void theDemonstrationKeepsOutOfOtherDirectories() throws IOException {
        Path real = Files.createDirectories(home.resolve("real"));
        Files.writeString(real.resolve("signing.key"), "precious");

        int code = program.run("demo", "--data-dir", real.toString(), "--reset");

        assertThat(code).isEqualTo(1);
        assertThat(program.err).contains("holds something other than a demonstration");
        assertThat(real.resolve("signing.key")).hasContent("precious");
    }

    @Test
    void aMappingIsAFileOrAName() throws IOException {
        program.withBusiness("Acme");
        program.imports.outcome = request -> Reports.done(request, 0);
        String json = """
                {"name": "Tool", "rows": "posts", "columns": [{"name": "id", "role": "post_id"},
                 {"name": "likes", "role": "metric", "metric": "likes"}]}""";
        Path file = Files.writeString(home.resolve("tool.json"), json);
        Path broken = Files.writeString(home.resolve("broken.json"), json.replace("posts", "lines"));

        assertThat(program.run("import", "a.csv", "--business", "1", "--mapping", file.toString()))
                .isZero();
        program.imports.mappings.save(1, MappingJson.read(json));
        assertThat(program.run("import", "a.csv", "--business", "1", "--mapping", "tool"))
                .isZero();
        assertThat(program.imports.requests.get(1).answers().mapping())
                .isEqualTo(program.imports.requests.getFirst().answers().mapping());

        assertThat(program.run("import", "a.csv", "--business", "1", "--mapping", broken.toString()))
                .isEqualTo(1);
        assertThat(program.err).contains("broken.json, rows: 'lines' is not allowed here");
        assertThat(program.run("import", "a.csv", "--business", "1", "--mapping", "other"))
                .isEqualTo(1);
        assertThat(program.err).contains("'other' is neither a file nor a mapping of this business; there are: 'Tool'");
    }

    @Test
    void aDraftOfAMappingIsPrintedWithoutADatabase() throws IOException {
        Path file = Files.writeString(home.resolve("tool.csv"), "Post ID,Date,Likes\n1,2026-03-01 10:00,2\n");

        assertThat(program.run("import", "--suggest", file.toString())).isZero();

        assertThat(program.out).contains("\"role\" : \"post_id\"").contains("\"date_order\" : \"ymd\"");
        assertThat(program.err).contains("Still to be said: platform, account, time_zone.");
        assertThat(program.run("import", "--suggest", "--json", file.toString()))
                .isZero();
        assertThat(Json.mapper().readTree(program.out).at("/sample/0/0").asString())
                .isEqualTo("1");
        assertThat(program.run("import", "--suggest", "a.csv", "b.csv")).isEqualTo(2);
        assertThat(program.run("import", "--suggest", home.resolve("none.csv").toString()))
                .isEqualTo(1);
        assertThat(program.run("import", "a.csv")).isEqualTo(2);
        assertThat(program.err).contains("--business");
    }

    @Test
    void anImportTellsWhatBecameOfEveryRow() {
        program.withBusiness("Acme");
        program.imports.outcome = request -> Reports.done(request, 3);

        assertThat(program.run("import", "a.csv", "--business", "acme", "--account", "@acme", "--strict", "--dry-run"))
                .isZero();
        assertThat(program.out).contains("a.csv: would be imported", "12 rows: 9 posts, 3 rejected");
        assertThat(program.err).contains("rejected: \"Sheet\" row 7, Likes: not a number");
        ImportRequest request = program.imports.requests.getFirst();
        assertThat(request.answers().account()).isEqualTo("@acme");
        assertThat(request.strict()).isTrue();
        assertThat(request.dryRun()).isTrue();
    }

    @Test
    void asJsonAnImportPrintsOneDocumentAndNothingElse() {
        program.withBusiness("Acme");
        program.imports.outcome = request -> Reports.done(request, 3);

        assertThat(program.run("import", "a.csv", "b.csv", "--business", "1", "--json"))
                .isZero();
        JsonNode document = Json.mapper().readTree(program.out);
        assertThat(document.get("imports").size()).isEqualTo(2);
        assertThat(document.get("imports").get(1).get("rows").get("rejected").asInt())
                .isEqualTo(3);
    }

    @Test
    void anOpenQuestionIsPrintedWithTheOptionThatAnswersIt() {
        program.withBusiness("Acme");
        program.imports.outcome = request -> Reports.failed(
                request,
                "platform_needed",
                "The file does not say which platform it is of: say which.",
                List.of(new Choice("facebook", "Facebook")));

        assertThat(program.run("import", "a.csv", "--business", "1")).isEqualTo(1);
        assertThat(program.err)
                .contains("which platform it is of: say which.", "Say it with --platform KEY.", "facebook: Facebook");
    }

    @Test
    void aRefusedFileIsOneAndTheOthersAreImportedAllTheSame() {
        program.withBusiness("Acme");
        program.imports.outcome = request -> request.fileName().equals("a.csv")
                ? Reports.failed(request, "This is no export: download it again.")
                : Reports.done(request, 0);

        assertThat(program.run("import", "a.csv", "b.csv", "--business", "1")).isEqualTo(1);
        assertThat(program.err).contains("a.csv: not imported. This is no export: download it again.");
        assertThat(program.out).contains("b.csv: imported as number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--time-zone Mars", "--observed-at yesterday"})
    void aBadOptionOfAnImportIsWrongUsage(String options) {
        String[] words = ("import a.csv --business 1 " + options).split(" ", -1);

        assertThat(program.run(words)).isEqualTo(2);
        assertThat(program.opened).isEmpty();
    }

    private static String password(String out) {
        return out.lines()
                .filter(line -> line.startsWith("  Password"))
                .map(line -> line.substring("  Password".length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
