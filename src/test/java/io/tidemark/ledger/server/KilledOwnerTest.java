package io.tidemark.ledger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// What happens to the server and its rows when its owner gets no chance to stop it.
class KilledOwnerTest {
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
    void committedRowsSurviveTheKillOfTheOwner() throws Exception {
        directory.copyDatabase();
        try (var owner = ServerProcess.open(directory.path())) {
            assertThat(owner.greeting()).isEqualTo("owner");
            try (var attached = directory.open()) {
                ServerDirectory.run(attached, "create table kept (id int)", "insert into kept values (7)");
            }
            ProcessHandle server = directory.postmaster();
            owner.kill();
            assertThat(server.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
        }
        try (var next = directory.open()) {
            assertThat(next.isOwner()).isTrue();
            assertThat(ServerDirectory.text(next, "select id from kept")).isEqualTo("7");
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
        directory.copyDatabase();
        try (var owner = ServerProcess.open(directory.path())) {
            owner.kill();
            try (var next = directory.open()) {
                assertThat(next.isOwner()).isTrue();
                assertThat(ServerDirectory.text(next, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aStalePidFileThatNamesAnotherProcessIsNoObstacle() throws Exception {
        directory.copyDatabase();
        directory.open().close();
        long alive = ProcessHandle.current().pid();
        Files.writeString(
                directory.path().resolve("database/postmaster.pid"),
                alive + "\n" + directory.path().resolve("database") + "\n");

        try (var next = directory.open()) {
            assertThat(ServerDirectory.text(next, "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aServerThatNobodyWatchesAnyMoreIsStoppedByTheNextOwner() throws Exception {
        directory.copyDatabase();
        ProcessHandle orphan;
        try (var owner = ServerProcess.open(directory.path())) {
            orphan = directory.postmaster();
            try (var attached = directory.open()) {
                ServerDirectory.run(attached, "create table kept (id int)", "insert into kept values (7)");
            }
            // From the leaves up, so that none of them notices and stops the server.
            killWatchdogs(owner.handle(), orphan);
            owner.kill();
        }
        assertThat(orphan.isAlive()).isTrue();
        try (var next = directory.open()) {
            assertThat(next.isOwner()).isTrue();
            assertThat(orphan.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
            assertThat(ServerDirectory.text(next, "select id from kept")).isEqualTo("7");
        }
    }

    /// The shell between the owner and its server, after the one that it has watching the owner.
    private static void killWatchdogs(ProcessHandle owner, ProcessHandle server) {
        ProcessHandle shell = owner.children().findFirst().orElseThrow();
        ProcessHandle watching = shell.children()
                .filter(process -> !process.equals(server))
                .findFirst()
                .orElseThrow();
        for (ProcessHandle watchdog : List.of(watching, shell)) {
            watchdog.destroyForcibly();
            assertThat(watchdog.onExit()).succeedsWithin(10, TimeUnit.SECONDS);
        }
    }
}
