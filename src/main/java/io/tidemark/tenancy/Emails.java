package io.tidemark.tenancy;

import io.tidemark.words.Refusal;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// E-mail addresses as names to sign in with.
public final class Emails {
    private static final Sentence NO_EMAIL =
            Sentence.of("value_no_email", "'{value}' is not an e-mail address such as you@example.com.");

    private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final int LONGEST = 254;

    private Emails() {}

    /// One spelling for an address however it was typed.
    ///
    /// @throws Refusal when it cannot be an address
    public static String normal(String typed) {
        String email = typed.strip().toLowerCase(Locale.ROOT);
        if (email.length() > LONGEST || !PLAUSIBLE.matcher(email).matches()) {
            throw new Refusal(NO_EMAIL.said(Map.of("value", Value.name(shortened(email)))));
        }
        return email;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
