package io.tidemark.serve.report;

import io.tidemark.collect.alert.Letters;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Mails that are kept instead of sent.
public final class FakeMailing implements Mailing {
    public final List<Letter> sent = new CopyOnWriteArrayList<>();
    /// Whether there is a server for mails.
    public volatile boolean on = true;
    /// Looks at the address before a mail is sent, and may throw.
    public volatile Consumer<String> before = address -> {};

    public volatile @Nullable String publicUrl;

    public record Letter(String to, String subject, String text) {}

    @Override
    public Optional<Letters> letters() {
        return on
                ? Optional.of((to, subject, text, at) -> {
                    before.accept(to);
                    sent.add(new Letter(to, subject, text));
                })
                : Optional.empty();
    }

    @Override
    public Optional<String> publicUrl() {
        return Optional.ofNullable(publicUrl);
    }
}
