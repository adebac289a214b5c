package io.tidemark.app;

import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.insight.digest.DigestAnswer;
import io.tidemark.analytics.insight.digest.DigestText;
import io.tidemark.language.Language;
import io.tidemark.ledger.Business;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(name = "digest", description = "Prints a whole week of a business in words: numbers, findings and best posts.")
final class DigestCommand implements Callable<Integer> {
    private final RootCommand root;
    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--business", required = true, paramLabel = "ID-OR-NAME", description = "Whose week.")
    private String name = "";

    @Option(
            names = "--week",
            paramLabel = "DATE",
            description = "Any day of the week that is meant (default: the last whole week).")
    private @Nullable LocalDate week;

    @Option(
            names = "--language",
            paramLabel = "en|de",
            converter = InLanguage.class,
            description = "In which language (default: en).")
    private Language language = Language.EN;

    DigestCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Core core = root.open()) {
            DigestAnswer digest = digest(core, RootCommand.business(core.registry(), name));
            surroundings.out().print(DigestText.of(digest, language::say));
            surroundings.out().flush();
            return 0;
        }
    }

    private static final class InLanguage implements ITypeConverter<Language> {
        @Override
        public Language convert(String key) {
            return Language.find(key)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is not a language; there are %s".formatted(key, String.join(", ", Language.keys()))));
        }
    }

    private DigestAnswer digest(Core core, Business business) {
        try {
            return core.digest(business, week);
        } catch (BadQuery bad) {
            String sentence = bad.said().english();
            throw spec == null ? new CommandFailed(sentence) : new ParameterException(spec.commandLine(), sentence);
        }
    }
}
