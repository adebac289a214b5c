package io.tidemark.ledger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class ServerUnavailableTest {
    private static final long ROOT = 0;

    private Path directory = Path.of("");

    @BeforeEach
    void emptyDirectory(TestInfo test) throws IOException {
        String name = test.getTestMethod().orElseThrow().getName();
        directory = Path.of("target", "server-test", name).toAbsolutePath();
        TestPostgres.delete(directory);
        Files.createDirectories(directory);
    }

    @AfterEach
    void removeDirectory() {
        TestPostgres.delete(directory);
    }

    @Test
    void aDatabaseOfAnotherMajorVersionIsLeftAlone() throws IOException {
        Path database = Files.createDirectory(directory.resolve("database"));
        Files.writeString(database.resolve("PG_VERSION"), "17\n");
        Files.writeString(directory.resolve("server.password"), "secret\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("PostgreSQL 18")
                .hasMessageContaining("tidemark backup")
                .hasMessageNotContainingAny("secret");
        assertThat(database).isDirectoryContaining("glob:**/PG_VERSION");
        assertThat(directory.resolve("database.new")).doesNotExist();
    }

    @Test
    void aLostPasswordFileIsNotReplaced() throws IOException {
        Path database = Files.createDirectory(directory.resolve("database"));
        Files.writeString(database.resolve("PG_VERSION"), "18\n");

        assertThatThrownBy(this::open).isInstanceOf(ServerUnavailable.class).hasMessageContaining("server.password");
        assertThat(directory.resolve("server.password")).doesNotExist();
    }

    @Test
    void aFileInThePlaceOfTheDirectoryIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> DatabaseAccess.open(file, ServerProcess.options()))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("is not a directory")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void aDiskWithoutRoomIsRefusedBeforeAnythingIsWritten() {
        var greedy = ServerProcess.options().withFreeBytes(Long.MAX_VALUE);

        assertThatThrownBy(() -> DatabaseAccess.open(directory, greedy))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("free some space");
        assertThat(directory.resolve("database")).doesNotExist();
    }

    @Test
    void aPlatformWithoutBinariesIsNamed() {
        assertThatThrownBy(() -> PostgresBinaries.forMachine("Plan 9", "mips"))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("Plan 9 on mips")
                .hasMessageContaining("--database-url");
    }

    @Test
    void rootWithoutUserNamespacesIsToldThreeWaysOut() {
        assertThatThrownBy(() -> RunAccount.choose(ROOT, null, words -> false))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("--postgres-user")
                .hasMessageContaining("normal user")
                .hasMessageContaining("--database-url");
    }

    @Test
    void rootLeavesItselfThroughAUserNamespace() {
        RunAccount account = RunAccount.choose(ROOT, null, words -> words.contains("unshare"));

        assertThat(account.command(List.of("initdb"))).containsExactly("unshare", "-U", "initdb");
    }

    @Test
    void anUnknownPostgresUserIsNamed() {
        assertThatThrownBy(() -> RunAccount.choose(ROOT, "nobody-of-that-name", words -> true))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("no account nobody-of-that-name");
    }

    @Test
    void rootIsNoUnprivilegedUser() {
        assertThatThrownBy(() -> RunAccount.choose(ROOT, "root", words -> true))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("does not run as root");
    }

    @Test
    void setprivIsPreferredAndRunuserStandsIn() {
        RunAccount first = RunAccount.choose(ROOT, "nobody", words -> true);
        RunAccount second = RunAccount.choose(ROOT, "nobody", words -> words.contains("runuser"));

        assertThat(first.prefix()).startsWith("setpriv").contains("--clear-groups");
        assertThat(second.prefix()).containsExactly("runuser", "-u", "nobody", "--");
        assertThat(second.owner()).isEqualTo(first.owner()).isNotNull();
    }

    private void open() {
        DatabaseAccess.open(directory, ServerProcess.options()).close();
    }
}
