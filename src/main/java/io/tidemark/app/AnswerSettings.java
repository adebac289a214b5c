package io.tidemark.app;

import io.tidemark.collect.OperatorSettings;
import io.tidemark.ledger.RawResponses;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What whoever runs the server has settled about keeping what platforms answer: nothing is kept unless they say so.
final class AnswerSettings {
    private static final int DAYS = 30;
    private static final int MEGABYTES = 200;
    private static final int MOST = 100_000;

    private AnswerSettings() {}

    /// Null where nothing is kept.
    ///
    /// @throws CommandFailed where the settings make no sense
    static RawResponses.@Nullable Bounds of(OperatorSettings settings) {
        String keep = settings.value("answers.keep").orElse("no").toLowerCase(Locale.ROOT);
        return switch (keep) {
            case "no" -> null;
            case "yes" ->
                new RawResponses.Bounds(
                        Duration.ofDays(number(settings, "answers.days", DAYS)),
                        (long) number(settings, "answers.megabytes", MEGABYTES) << 20);
            default -> throw new CommandFailed("The setting answers.keep is yes or no, not '" + keep + "'.");
        };
    }

    private static int number(OperatorSettings settings, String name, int usual) {
        String text = settings.value(name).orElse(Integer.toString(usual));
        if (!text.matches("[1-9]\\d{0,5}") || Integer.parseInt(text) > MOST) {
            throw new CommandFailed(
                    "The setting %s is a whole number from 1 to %d, not '%s'.".formatted(name, MOST, text));
        }
        return Integer.parseInt(text);
    }
}
