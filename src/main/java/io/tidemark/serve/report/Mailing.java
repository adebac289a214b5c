package io.tidemark.serve.report;

import io.tidemark.collect.alert.Letters;
import java.util.Optional;

/// What whoever runs the server has set up for mails.
public interface Mailing {
    /// Empty where no server for mails is.
    Optional<Letters> letters();

    /// Where people reach the server, without a slash at the end; empty where nobody said.
    Optional<String> publicUrl();
}
