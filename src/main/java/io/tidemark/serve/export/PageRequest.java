package io.tidemark.serve.export;

import io.tidemark.analytics.BadQuery;
import io.tidemark.serve.http.Body;
import io.tidemark.words.Sentence;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A page that is taken along: what each of its panels asks.
///
/// @param title of the page
record PageRequest(String title, List<Panel> panels) {
    private static final Sentence NO_ADDRESS = Sentence.of(
            "question_no_address",
            "'{question}' is not written as an address is: a percent sign is followed by two hexadecimal digits.");

    static final Set<String> MEMBERS = Set.of("title", "panels");

    private static final Set<String> PANEL = Set.of("title", "question", "parts");
    private static final int MOST_PANELS = 30;
    private static final int MOST_PARTS = 10;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PART = 200;
    private static final int LONGEST_QUESTION = 4000;

    /// @param title above the panel
    /// @param view what it shows the answer of
    /// @param parameters of the view, without the business
    /// @param parts what it shows of the answer; none for all
    record Panel(String title, String view, Map<String, String[]> parameters, List<String> parts) {
        /// The question as an address.
        String question() {
            StringBuilder text = new StringBuilder(view);
            char[] joint = {'?'};
            parameters.forEach((name, values) -> Arrays.stream(values).forEach(value -> {
                text.append(joint[0]).append(name).append('=').append(value);
                joint[0] = '&';
            }));
            return text.toString();
        }

        /// A name for its files, without an ending.
        ///
        /// @param number its place on the page, from 1
        String fileName(int number) {
            return "%02d-%s".formatted(number, FileNames.safe(title, view.replace('/', '-')));
        }
    }

    /// @throws io.tidemark.serve.http.ProblemException 400 for a member that is missing or bad
    static PageRequest of(Body body) {
        List<Panel> panels = body.objects("panels", MOST_PANELS, PANEL).stream()
                .map(PageRequest::panel)
                .toList();
        if (panels.isEmpty()) {
            throw body.missing("panels");
        }
        return new PageRequest(body.text("title", LONGEST_TITLE).orElseThrow(() -> body.missing("title")), panels);
    }

    private static Panel panel(Body panel) {
        String question = panel.text("question", LONGEST_QUESTION).orElseThrow(() -> panel.missing("question"));
        int query = question.indexOf('?');
        return new Panel(
                panel.text("title", LONGEST_TITLE).orElseThrow(() -> panel.missing("title")),
                query < 0 ? question : question.substring(0, query),
                query < 0 ? Map.of() : parameters(question.substring(query + 1)),
                panel.texts("parts", MOST_PARTS, LONGEST_PART));
    }

    private static Map<String, String[]> parameters(String query) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int sign = pair.indexOf('=');
            String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
            String value = sign < 0 ? "" : decoded(pair.substring(sign + 1));
            // The page is of one business.
            if (!name.isEmpty() && !name.equals("business_id")) {
                parameters.merge(name, new String[] {value}, PageRequest::joined);
            }
        }
        return parameters;
    }

    private static String[] joined(String[] some, String[] more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException ignored) {
            throw Body.bad("question", NO_ADDRESS.said(Map.of("question", BadQuery.echo(text))));
        }
    }
}
