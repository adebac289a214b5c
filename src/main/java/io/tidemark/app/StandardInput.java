package io.tidemark.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Reads what must not stand on a command line, where other users of the machine could see it.
final class StandardInput {
    private StandardInput() {}

    /// The first line, without its end.
    ///
    /// @throws CommandFailed when there is none
    static String password(InputStream in) {
        try {
            String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new CommandFailed("No password came in on standard input: pipe it in, as one line.");
            }
            return line;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
