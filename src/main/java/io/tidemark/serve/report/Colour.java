package io.tidemark.serve.report;

import io.tidemark.serve.http.Body;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Locale;
import java.util.Map;

/// The colour of a client, on which white text has to be readable.
final class Colour {
    private static final Sentence MISSPELT =
            Sentence.of("colour_misspelt", "colour is written as #rrggbb, such as #0b5a78.");
    private static final Sentence TOO_LIGHT = Sentence.of(
            "colour_too_light",
            "White text on {colour} has a contrast of {contrast} to 1, which many cannot read: choose a"
                    + " darker one (at least {least}).");

    /// What WCAG 2.2 (success criterion 1.4.3) asks of text of the usual size.
    static final double LEAST_CONTRAST = 4.5;

    private static final int RADIX = 16;
    private static final double MOST = 255;

    private Colour() {}

    /// @return in small letters
    /// @throws io.tidemark.serve.http.ProblemException 400 where it is no colour, or too light
    static String checked(String text) {
        if (!text.matches("#[0-9A-Fa-f]{6}")) {
            throw Body.bad("colour", MISSPELT.said());
        }
        double contrast = contrastWithWhite(text);
        if (contrast < LEAST_CONTRAST) {
            throw Body.bad(
                    "colour",
                    TOO_LIGHT.said(Map.of(
                            "colour", Value.name(text),
                            "contrast", Value.decimal(round(contrast), 1),
                            "least", Value.decimal(LEAST_CONTRAST, 1))));
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    static double contrastWithWhite(String colour) {
        double luminance = 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), RADIX) / MOST;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double round(double contrast) {
        return Math.floor(contrast * 10) / 10;
    }
}
