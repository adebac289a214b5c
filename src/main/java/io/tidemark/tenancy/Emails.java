package io.tidemark.tenancy;

import java.util.Locale;
import java.util.regex.Pattern;

/// E-mail addresses as names to sign in with.
public final class Emails {
    private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final int LONGEST = 254;

    private Emails() {}

    /// One spelling for an address however it was typed.
    ///
    /// @throws IllegalArgumentException when it cannot be an address
    public static String normal(String typed) {
        String email = typed.strip().toLowerCase(Locale.ROOT);
        if (email.length() > LONGEST || !PLAUSIBLE.matcher(email).matches()) {
            throw new IllegalArgumentException(
                    "'" + shortened(email) + "' is not an e-mail address such as you@example.com.");
        }
        return email;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
