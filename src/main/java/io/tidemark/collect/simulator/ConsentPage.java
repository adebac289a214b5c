package io.tidemark.collect.simulator;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The page on which a person agrees to a sign-in. It says first of all that it is simulated.
///
/// @param platform by its name
/// @param question what the person is to agree to
/// @param action where the answer is sent
/// @param request what the app asked with, which goes along
/// @param choices what there is to choose beside yes and no, as HTML
public record ConsentPage(
        String platform, String question, String action, Map<String, String> request, String choices) {
    private static final String STYLE = """
            body { max-width: 32rem; margin: 10vh auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif;
              color: #1c2430; background: #f4f6f8 }
            main { padding: 2rem; border: 1px solid #d5dbe2; border-radius: 12px; background: #fff }
            .simulated { margin-top: 0; padding: .5rem 1rem; border-radius: 8px; color: #5c3d00; background: #fff3d6 }
            h1 { font-size: 1.3rem }
            label { display: block; margin: .5rem 0 }
            button { margin: 1rem .5rem 0 0; padding: .5rem 1.25rem; border: 1px solid #57677a; border-radius: 8px;
              font: inherit; color: #1c2430; background: #fff }
            button[value=allow] { color: #fff; background: #1c5fa8; border-color: #1c5fa8 }
            """;

    public ConsentPage {
        request = Map.copyOf(request);
    }

    public Answer answer() {
        String hidden = request.keySet().stream()
                .sorted()
                .map(name -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escape(name), escape(request.getOrDefault(name, ""))))
                .collect(Collectors.joining("\n"));
        return Answer.html("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Simulated %1$s: sign in</title><style>
                %2$s</style></head>
                <body><main>
                <p class="simulated">Simulated %1$s: part of Tidemark's demonstration, no real sign-in. Nothing is sent
                to %1$s.</p>
                <h1>%3$s</h1>
                <form method="post" action="%4$s">
                %5$s
                %6$s
                <button name="decision" value="allow">Allow</button>
                <button name="decision" value="deny">Cancel</button>
                </form>
                </main></body></html>
                """.formatted(escape(platform), STYLE, escape(question), escape(action), hidden, choices));
    }

    /// A list to choose one account of.
    public static String accounts(Collection<SimulatedAccount> accounts, Function<SimulatedAccount, String> shown) {
        return accounts.stream()
                .map(account -> "<option value=\"%s\">%s</option>"
                        .formatted(escape(account.externalId()), escape(shown.apply(account))))
                .collect(Collectors.joining("\n", "<label>Account <select name=\"account\">\n", "\n</select></label>"));
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
