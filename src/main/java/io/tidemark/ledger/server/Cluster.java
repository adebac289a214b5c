package io.tidemark.ledger.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The database directory of PostgreSQL before a server runs on it: of the right version, or made anew.
record Cluster(DataDirectory directory, RunAccount account, Path programs, ServerOptions options) {
    static final String USER = "tidemark";
    static final String DATABASE = "tidemark";

    void prepare() throws IOException {
        var made = directory.majorVersion();
        String ours = ourMajorVersion();
        if (made.isEmpty()) {
            create();
        } else if (!made.get().equals(ours)) {
            throw new ServerUnavailable("The database in " + directory.root() + " was made by PostgreSQL " + made.get()
                    + ", and this Tidemark brings PostgreSQL " + ours + ". Write a copy with the Tidemark that made it"
                    + " (tidemark backup) and read it with this one into another --data-dir (tidemark restore);"
                    + " or keep using the Tidemark that made it.");
        }
    }

    /// Also finds out whether the programs run here at all.
    private String ourMajorVersion() throws IOException {
        Command version = Command.run(account.command(List.of(program("postgres"), "--version")));
        String number = version.output().replaceAll("(?s).*\\(PostgreSQL\\) (\\d+).*", "$1");
        if (!version.succeeded() || !number.matches("\\d+")) {
            throw new ServerUnavailable("The PostgreSQL that Tidemark brings does not run here (" + version.output()
                    + "): it needs macOS or a Linux with glibc, and a disk from which programs may be run. Give another"
                    + " --data-dir, or use a PostgreSQL server of your own with --database-url.");
        }
        return number;
    }

    /// Made aside and moved into place when complete, so that a kill midway leaves no half database.
    private void create() throws IOException {
        Path fresh = directory.newDatabase(account);
        var initdb = new ArrayList<>(List.of(program("initdb"), "-D", fresh.toString(), "-U", USER));
        initdb.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + directory.passwordFile()));
        initdb.addAll(List.of("-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        initdb.addAll(List.of("--data-checksums", "--no-instructions"));
        if (!options.durable()) {
            // A server that is thrown away guards nothing: neither against a crash nor against guesses of its password.
            initdb.addAll(List.of("--no-sync", "--set=scram_iterations=1"));
        }
        require(Command.run(account.command(initdb)));
        var alone = List.of(program("postgres"), "--single", "-D", fresh.toString(), "-c", "log_min_messages=error");
        Command creation = Command.run(account.command(with(alone, "postgres")), "create database " + DATABASE + "\n");
        require(creation.output().contains("ERROR") ? new Command(1, creation.output()) : creation);
        directory.settle(fresh);
    }

    private static List<String> with(List<String> words, String last) {
        var all = new ArrayList<>(words);
        all.add(last);
        return all;
    }

    private void require(Command command) {
        if (!command.succeeded()) {
            throw Trouble.of(command.output(), directory);
        }
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }
}
