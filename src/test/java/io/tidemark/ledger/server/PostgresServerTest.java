package io.tidemark.ledger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import io.tidemark.testing.TestPostgres;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class PostgresServerTest {
    private static final Path HOME = Path.of("target", "server-test").toAbsolutePath();
    private static final Path READY_MADE = HOME.resolve("ready-made");

    private Path directory = Path.of("");

    /// Making a database takes longer than anything else here, so most tests start with a copy.
    @BeforeAll
    static void makeDatabase() {
        TestPostgres.delete(READY_MADE);
        DatabaseAccess.open(READY_MADE, ServerProcess.options()).close();
    }

    @AfterAll
    static void removeDatabase() {
        TestPostgres.delete(READY_MADE);
    }

    @BeforeEach
    void emptyDirectory(TestInfo test) {
        directory = HOME.resolve(test.getTestMethod().orElseThrow().getName());
        TestPostgres.delete(directory);
    }

    @AfterEach
    void removeDirectory() {
        TestPostgres.delete(directory);
    }

    @Test
    void committedRowsAreThereAfterARestart() throws SQLException {
        var product = ServerOptions.defaults().withBinaries(TestPostgres.binaries());
        try (var access = DatabaseAccess.open(directory, product)) {
            assertThat(access.isOwner()).isTrue();
            assertThat(text(access, "show fsync")).isEqualTo("on");
            assertThat(text(access, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(access, "show data_checksums")).isEqualTo("on");
            assertThat(text(
                            access,
                            "select datcollate || datlocale || pg_encoding_to_char(encoding)"
                                    + " from pg_database where datname = current_database()"))
                    .isEqualTo("CC.UTF-8UTF8");
            run(access, "create table kept (id int)", "insert into kept values (7)");
        }
        assertThat(directory.resolve("database/postmaster.pid")).doesNotExist();
        try (var access = open()) {
            assertThat(text(access, "select id from kept")).isEqualTo("7");
        }
    }

    @Test
    void onlyThisMachineAndThePasswordOpenTheDatabase() throws IOException, SQLException {
        try (var access = open()) {
            PostgresAccess right = access.postgres();
            var wrong = new PostgresAccess(right.jdbcUrl(), right.user(), "guess");
            assertThatThrownBy(() -> TestPostgres.connect(wrong).close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(text(access, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(text(access, "show unix_socket_directories")).isEmpty();
            // A server that listens on all addresses would answer on this one of the loopback network, too.
            assertThatThrownBy(() -> connect("127.0.0.2", port(right))).isInstanceOf(ConnectException.class);
            assertThat(mode(directory)).isEqualTo("rwx------");
            assertThat(mode(directory.resolve("database"))).isEqualTo("rwx------");
            for (String file : List.of("server.password", "server.port", "server.lock", "server.log")) {
                assertThat(mode(directory.resolve(file))).as(file).isEqualTo("rw-------");
            }
            assertThat(right.toString()).doesNotContain(right.password());
        }
    }

    @Test
    void rootMayNameAnAccountThatRunsTheServer() throws Exception {
        copyDatabase();
        assumeTrue(new UnixSystem().getUid() == 0, "only root can switch accounts");
        var nobody = RunAccount.choose(0, "nobody", Command::succeeds);
        assumeTrue(Command.succeeds(nobody.command(List.of("test", "-x", "."))), "nobody can reach the project");
        try (var access = DatabaseAccess.open(directory, ServerProcess.options().withPostgresUser("nobody"))) {
            assertThat(text(access, "select 1")).isEqualTo("1");
            assertThat(postmaster().info().user()).contains("nobody");
        }
        assertThatThrownBy(() -> open())
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("belongs to nobody")
                .hasMessageContaining("--postgres-user");
    }

    @Test
    void aSecondOpeningInTheSameProcessAttaches() throws IOException, SQLException {
        copyDatabase();
        try (var owner = open()) {
            try (var attached = open()) {
                assertThat(attached.isOwner()).isFalse();
                assertThat(attached.postgres()).isEqualTo(owner.postgres());
            }
            assertThat(text(owner, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void anotherProcessAttachesAndNeverStopsTheServer() throws IOException, SQLException {
        copyDatabase();
        try (var owner = open()) {
            try (var other = ServerProcess.open(directory)) {
                assertThat(other.greeting()).isEqualTo("attached");
            }
            assertThat(text(owner, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void ofTwoProcessesAtOnceOneOwnsAndTheOtherAttaches() throws IOException {
        Process first = ServerProcess.launch(directory);
        Process second = ServerProcess.launch(directory);
        try (var one = ServerProcess.await(first);
                var two = ServerProcess.await(second)) {
            assertThat(List.of(one.greeting(), two.greeting())).containsExactlyInAnyOrder("owner", "attached");
        }
    }

    @Test
    void committedRowsSurviveTheKillOfTheOwner() throws Exception {
        copyDatabase();
        try (var owner = ServerProcess.open(directory)) {
            assertThat(owner.greeting()).isEqualTo("owner");
            try (var attached = open()) {
                run(attached, "create table kept (id int)", "insert into kept values (7)");
            }
            ProcessHandle server = postmaster();
            owner.kill();
            assertThat(server.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
        }
        try (var next = open()) {
            assertThat(next.isOwner()).isTrue();
            assertThat(text(next, "select id from kept")).isEqualTo("7");
        }
    }

    @Test
    void anOwnerMayFollowAKilledOneAtOnce() throws Exception {
        killAndFollow();
    }

    @Tag("thorough")
    @RepeatedTest(20)
    void manyOwnersMayFollowKilledOnesAtOnce() throws Exception {
        killAndFollow();
    }

    private void killAndFollow() throws Exception {
        copyDatabase();
        try (var owner = ServerProcess.open(directory)) {
            owner.kill();
            try (var next = open()) {
                assertThat(next.isOwner()).isTrue();
                assertThat(text(next, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aStalePidFileThatNamesAnotherProcessIsNoObstacle() throws Exception {
        copyDatabase();
        open().close();
        long alive = ProcessHandle.current().pid();
        Files.writeString(
                directory.resolve("database/postmaster.pid"), alive + "\n" + directory.resolve("database") + "\n");

        try (var next = open()) {
            assertThat(text(next, "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aServerThatNobodyWatchesAnyMoreIsStoppedByTheNextOwner() throws Exception {
        copyDatabase();
        ProcessHandle orphan;
        try (var owner = ServerProcess.open(directory)) {
            orphan = postmaster();
            try (var attached = open()) {
                run(attached, "create table kept (id int)", "insert into kept values (7)");
            }
            // From the leaves up: no watchdog notices that another one or the owner is gone.
            killWatchdogs(owner.handle(), orphan);
            owner.kill();
        }
        assertThat(orphan.isAlive()).isTrue();
        try (var next = open()) {
            assertThat(next.isOwner()).isTrue();
            assertThat(orphan.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
            assertThat(text(next, "select id from kept")).isEqualTo("7");
        }
    }

    private void killWatchdogs(ProcessHandle owner, ProcessHandle server) throws Exception {
        List<ProcessHandle> watchdogs = owner.descendants()
                .filter(process -> process.info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .contains("-c"))
                .filter(process -> !process.equals(server))
                .sorted((left, right) -> Long.compare(right.pid(), left.pid()))
                .toList();
        assertThat(watchdogs).hasSize(2);
        for (ProcessHandle watchdog : watchdogs) {
            watchdog.destroyForcibly();
        }
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = new DataDirectory(directory).postmaster().orElseThrow();
        return ProcessHandle.of(pid).orElseThrow();
    }

    private void copyDatabase() throws IOException {
        try (var paths = Files.walk(READY_MADE)) {
            for (Path path : paths.toList()) {
                Files.copy(path, directory.resolve(READY_MADE.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private DatabaseAccess open() {
        return DatabaseAccess.open(directory, ServerProcess.options());
    }

    private static void run(DatabaseAccess access, String... statements) throws SQLException {
        try (var connection = TestPostgres.connect(access.postgres());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String text(DatabaseAccess access, String query) throws SQLException {
        try (var connection = TestPostgres.connect(access.postgres());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void connect(String host, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral(host), port), 2_000);
        }
    }

    private static int port(PostgresAccess access) {
        return Integer.parseInt(access.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
