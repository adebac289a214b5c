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
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class PostgresServerTest {
    private ServerDirectory directory = ServerDirectory.empty("none");

    @BeforeEach
    void emptyDirectory(TestInfo test) {
        directory = ServerDirectory.empty(test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void removeDirectory() {
        directory.close();
    }

    @Test
    void committedRowsAreThereAfterARestart() throws SQLException {
        var product = ServerOptions.defaults().withBinaries(TestPostgres.binaries());
        try (var access = DatabaseAccess.open(directory.path(), product)) {
            assertThat(access.isOwner()).isTrue();
            assertThat(ServerDirectory.text(access, "show fsync")).isEqualTo("on");
            assertThat(ServerDirectory.text(access, "show synchronous_commit")).isEqualTo("on");
            assertThat(ServerDirectory.text(access, "show data_checksums")).isEqualTo("on");
            assertThat(ServerDirectory.text(
                            access,
                            "select datcollate || datlocale || pg_encoding_to_char(encoding)"
                                    + " from pg_database where datname = current_database()"))
                    .isEqualTo("CC.UTF-8UTF8");
            ServerDirectory.run(access, "create table kept (id int)", "insert into kept values (7)");
        }
        assertThat(directory.path().resolve("database/postmaster.pid")).doesNotExist();
        try (var access = directory.open()) {
            assertThat(ServerDirectory.text(access, "select id from kept")).isEqualTo("7");
        }
    }

    @Test
    void onlyThisMachineAndThePasswordOpenTheDatabase() throws IOException, SQLException {
        try (var access = directory.open()) {
            PostgresAccess right = access.postgres();
            var wrong = new PostgresAccess(right.jdbcUrl(), right.user(), "guess");
            assertThatThrownBy(() -> TestPostgres.connect(wrong).close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(ServerDirectory.text(
                            access, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(ServerDirectory.text(access, "show unix_socket_directories"))
                    .isEmpty();
            // A server that listens on all addresses would answer on this one of the loopback network, too.
            assertThatThrownBy(() -> connect("127.0.0.2", port(right))).isInstanceOf(ConnectException.class);
            assertThat(mode(directory.path())).isEqualTo("rwx------");
            assertThat(mode(directory.path().resolve("database"))).isEqualTo("rwx------");
            for (String file : List.of("server.password", "server.port", "server.lock", "server.log")) {
                assertThat(mode(directory.path().resolve(file))).as(file).isEqualTo("rw-------");
            }
            assertThat(right.toString()).doesNotContain(right.password());
        }
    }

    @Test
    void rootMayNameAnAccountThatRunsTheServer() throws Exception {
        directory.copyDatabase();
        assumeTrue(new UnixSystem().getUid() == 0, "only root can switch accounts");
        var nobody = RunAccount.choose(0, "nobody", Command::succeeds);
        assumeTrue(Command.succeeds(nobody.command(List.of("test", "-x", "."))), "nobody can reach the project");
        try (var access =
                DatabaseAccess.open(directory.path(), ServerProcess.options().withPostgresUser("nobody"))) {
            assertThat(ServerDirectory.text(access, "select 1")).isEqualTo("1");
            assertThat(directory.postmaster().info().user()).contains("nobody");
        }
        assertThatThrownBy(() -> directory.open())
                .isInstanceOf(ServerUnavailable.class)
                .hasMessageContaining("belongs to nobody")
                .hasMessageContaining("--postgres-user nobody");
        assertThat(Files.getAttribute(directory.path(), "unix:uid")).isEqualTo(0);
    }

    @Test
    void aSecondOpeningInTheSameProcessAttaches() throws IOException, SQLException {
        directory.copyDatabase();
        try (var owner = directory.open()) {
            try (var attached = directory.open()) {
                assertThat(attached.isOwner()).isFalse();
                assertThat(attached.postgres()).isEqualTo(owner.postgres());
            }
            assertThat(ServerDirectory.text(owner, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void anotherProcessAttachesAndNeverStopsTheServer() throws IOException, SQLException {
        directory.copyDatabase();
        try (var owner = directory.open()) {
            try (var other = ServerProcess.open(directory.path())) {
                assertThat(other.greeting()).isEqualTo("attached");
            }
            assertThat(ServerDirectory.text(owner, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void ofTwoProcessesAtOnceOneOwnsAndTheOtherAttaches() throws IOException {
        Process first = ServerProcess.launch(directory.path());
        Process second = ServerProcess.launch(directory.path());
        try (var one = ServerProcess.await(first);
                var two = ServerProcess.await(second)) {
            assertThat(List.of(one.greeting(), two.greeting())).containsExactlyInAnyOrder("owner", "attached");
        }
    }

    @Test
    void aProcessThatMustOwnWaitsForTheOwnerToEnd() throws Exception {
        directory.copyDatabase();
        CompletableFuture<DatabaseAccess> patient;
        try (var _ = ServerProcess.open(directory.path())) {
            var hasty = ServerProcess.options().withPatience(Duration.ofMillis(200));
            assertThatThrownBy(() -> DatabaseAccess.openAsOwner(directory.path(), hasty))
                    .isInstanceOf(ServerUnavailable.class)
                    .hasMessageContaining("stop it");
            patient = CompletableFuture.supplyAsync(
                    () -> DatabaseAccess.openAsOwner(directory.path(), ServerProcess.options()));
        }
        try (var next = patient.get(30, TimeUnit.SECONDS)) {
            assertThat(next.isOwner()).isTrue();
            assertThat(ServerDirectory.text(next, "select 1")).isEqualTo("1");
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
