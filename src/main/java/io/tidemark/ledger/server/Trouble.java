package io.tidemark.ledger.server;

import java.util.regex.Pattern;

/// What a program of PostgreSQL said before it failed, as a sentence for the user.
final class Trouble {
    private static final Pattern REASON = Pattern.compile("(?:FATAL|PANIC|ERROR|error|fatal): +(.+)");

    private Trouble() {}

    static ServerUnavailable of(String said, DataDirectory directory) {
        if (said.contains("No space left on device")) {
            return new ServerUnavailable(
                    "The disk of " + directory.root() + " is full: free some space and start again.");
        }
        var matcher = REASON.matcher(said);
        String reason = matcher.find()
                ? matcher.group(1)
                : said.lines().reduce((first, last) -> last).orElse("it said nothing");
        return new ServerUnavailable("PostgreSQL did not start in " + directory.root() + ": " + reason.strip()
                + ". More may stand in " + directory.log() + ".");
    }

    /// Whether another try may help: the port was taken meanwhile, or the last server is still going.
    static boolean isPassing(String said) {
        return said.contains("could not bind")
                || said.contains("lock file \"postmaster.pid\" already exists")
                || said.contains("pre-existing shared memory block");
    }
}
