package io.tidemark.ledger;

import io.tidemark.words.Refusal;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Map;

/// A name that must be unique is taken.
public final class DuplicateName extends Refusal {
    private static final Sentence BUSINESS = Sentence.of(
            "business_exists", "A business named {name} exists already: it is number {id}. Choose another name.");
    private static final Sentence USER = Sentence.of("user_exists", "A user with the e-mail {email} exists already.");
    private static final Sentence LABEL =
            Sentence.of("label_exists", "There is a label {label} already: it is number {id}.");
    private static final Sentence VIEW =
            Sentence.of("view_exists", "Another of your views is called '{name}': choose another name.");

    private static final long serialVersionUID = 1L;

    private DuplicateName(Said said) {
        super(said);
    }

    public static DuplicateName ofBusiness(Business taken) {
        return new DuplicateName(BUSINESS.said(Map.of("name", Value.name(taken.name()), "id", Value.id(taken.id()))));
    }

    public static DuplicateName ofUser(String email) {
        return new DuplicateName(USER.said(Map.of("email", Value.name(email))));
    }

    static DuplicateName ofLabel(String key, long id) {
        return new DuplicateName(LABEL.said(Map.of("label", Value.name(key), "id", Value.id(id))));
    }

    public static DuplicateName ofView(String name) {
        return new DuplicateName(VIEW.said(Map.of("name", Value.name(name))));
    }
}
