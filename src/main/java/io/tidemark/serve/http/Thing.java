package io.tidemark.serve.http;

import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// What a business has by number.
public enum Thing {
    ACCOUNT("account", "/api/v1/accounts"),
    CONNECTION("connection", "/api/v1/connections"),
    EXPERIMENT("experiment", "/api/v1/experiments"),
    IMPORT("import", "/api/v1/imports"),
    JOB("job", "/api/v1/jobs"),
    KEY("key", "/api/v1/keys"),
    LABEL("label", "/api/v1/labels"),
    MAPPING("mapping", "/api/v1/imports/mappings"),
    MEMBER("member", "/api/v1/members"),
    NOTE("note", "/api/v1/notes"),
    POST("post", "/api/v1/analytics/posts"),
    REPORT("report", "/api/v1/reports"),
    SHARE("link", "/api/v1/shares");

    private static final Sentence NOT_FOUND =
            Sentence.of("not_found", "There is no {thing} {id} of this business: GET {list} lists what there is.");

    static final List<Sentence> SENTENCES =
            Arrays.stream(values()).map(one -> one.noun).toList();

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts.
    private final Sentence noun;

    private final String list;

    /// @param list where those that there are can be read
    Thing(String noun, String list) {
        this.noun = Sentence.of("thing_" + noun, noun);
        this.list = list;
    }

    /// That the business has none of the number.
    public Said absent(long id) {
        return NOT_FOUND.said(Map.of("thing", Value.clause(noun.said()), "id", Value.id(id), "list", Value.name(list)));
    }

    /// 404
    public ProblemException notFound(long id) {
        String code = name().toLowerCase(Locale.ROOT) + "_not_found";
        return Problem.of(HttpStatus.NOT_FOUND, code, absent(id)).exception();
    }
}
