package io.tidemark.ledger.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who runs the server. PostgreSQL refuses to run as root, so root needs a way out of itself.
///
/// @param prefix the words before a command that make it run as this account
/// @param owner user and group that files must belong to, as `chown` takes them; null: leave them as they are
record RunAccount(List<String> prefix, @Nullable String owner) {
    RunAccount {
        prefix = List.copyOf(prefix);
    }

    /// @param uid of this process
    /// @param name the account that the user asked for
    /// @param works whether a command can be run and succeeds
    static RunAccount choose(long uid, @Nullable String name, Predicate<List<String>> works) {
        if (uid != 0) {
            return name == null ? new RunAccount(List.of(), null) : unprivileged(uid, name);
        }
        if (name != null) {
            return named(name, works);
        }
        if (works.test(List.of("unshare", "-U", "true"))) {
            return new RunAccount(List.of("unshare", "-U"), null);
        }
        throw new ServerUnavailable("PostgreSQL does not run as root, and this system refuses the user namespace that"
                + " would help (unshare -U): give an unprivileged account with --postgres-user NAME, run Tidemark as a"
                + " normal user, or use a PostgreSQL server of your own with --database-url.");
    }

    private static RunAccount unprivileged(long uid, String name) {
        if (id("-u", name).orElse(-1) != uid) {
            throw new ServerUnavailable("Only root can run PostgreSQL as another user: leave out --postgres-user "
                    + name + ", or run Tidemark as root or as " + name + ".");
        }
        return new RunAccount(List.of(), null);
    }

    private static RunAccount named(String name, Predicate<List<String>> works) {
        long user = id("-u", name)
                .orElseThrow(() -> new ServerUnavailable("There is no account " + name
                        + " on this machine: create it (useradd --system " + name
                        + "), or give another with --postgres-user."));
        if (user == 0) {
            throw new ServerUnavailable(
                    "PostgreSQL does not run as root: give an unprivileged account with --postgres-user.");
        }
        long group = id("-g", name).orElse(user);
        String owner = user + ":" + group;
        var setpriv = List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
        if (works.test(with(setpriv, List.of("true")))) {
            return new RunAccount(setpriv, owner);
        }
        var runuser = List.of("runuser", "-u", name, "--");
        if (works.test(with(runuser, List.of("true")))) {
            return new RunAccount(runuser, owner);
        }
        throw new ServerUnavailable("Neither setpriv nor runuser can switch to the account " + name
                + " on this machine: run Tidemark as a normal user, or use --database-url.");
    }

    private static OptionalLong id(String kind, String name) {
        try {
            Command id = Command.run(List.of("id", kind, "--", name));
            return id.succeeded() ? OptionalLong.of(Long.parseLong(id.output())) : OptionalLong.empty();
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }

    /// A command, run as this account.
    List<String> command(List<String> words) {
        return with(prefix, words);
    }

    /// Makes a file or a directory with all that is in it this account's, when it is root's.
    ///
    /// @throws ServerUnavailable when it belongs to a third
    void take(Path path) throws IOException {
        String present = Files.getAttribute(path, "unix:uid") + ":" + Files.getAttribute(path, "unix:gid");
        if (owner == null || present.equals(owner)) {
            return;
        }
        if (!present.startsWith("0:")) {
            throw new ServerUnavailable(
                    path + " belongs to " + Files.getOwner(path).getName()
                            + ", not to the account given with --postgres-user: give that one, or another --data-dir.");
        }
        Command chown = Command.run(List.of("chown", "-Rh", owner, path.toString()));
        if (!chown.succeeded()) {
            throw new IOException(chown.output());
        }
    }

    /// @throws ServerUnavailable when this account may not enter the directory
    void requireReach(Path directory) throws IOException {
        if (!prefix.isEmpty() && !Command.succeeds(command(List.of("test", "-x", directory.toString())))) {
            throw new ServerUnavailable("The account that runs PostgreSQL may not enter " + directory
                    + ", which belongs to " + Files.getOwner(directory).getName() + ": run Tidemark as that user,"
                    + " name one that may enter with --postgres-user, or give another --data-dir.");
        }
    }

    private static List<String> with(List<String> prefix, List<String> words) {
        var all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }
}
