package io.tidemark.collect.file.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/// What a text that is not UTF-8 was saved as, where its bytes leave little doubt: spreadsheets of Western Europe and
/// of Cyrillic countries save CSV in the code page of the system.
///
/// Accented Latin letters stand alone or in pairs among plain ones; Cyrillic letters come in words, a third of them one
/// of four vowels. Whatever fits neither is not guessed.
final class LegacyText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    /// Bytes of "а", "е", "и", "о" in lower case; upper case lies 0x20 below.
    private static final String VOWELS = "\u00e0\u00e5\u00e8\u00ee";
    /// Letters in a row that no Latin word has.
    private static final int WORD = 3;

    private static final String PLAIN_CONTROLS = "\t\n\r\f";
    /// Unassigned in windows-1252, or letters and signs that hardly any text holds.
    private static final String NOT_WESTERN = "\u0083\u0088\u0098\u0081\u008d\u008f\u0090\u009d\u00d7\u00f7\u00ff";

    private boolean controls;
    private boolean notWestern;
    private long letters;
    private long inWords;
    private long vowels;
    private int run;
    private final Utf8Traces utf8 = new Utf8Traces();

    private LegacyText() {}

    static Optional<Charset> of(InputStream in) throws IOException {
        LegacyText text = new LegacyText();
        try (InputStream bytes = new BufferedInputStream(in, 1 << 16)) {
            for (int value = bytes.read(); value >= 0; value = bytes.read()) {
                text.add(value);
            }
        }
        return text.verdict();
    }

    private void add(int value) {
        utf8.add(value);
        controls |= value < ' ' && PLAIN_CONTROLS.indexOf(value) < 0;
        notWestern |= NOT_WESTERN.indexOf(value) >= 0;
        if (value < 0xC0) {
            run = 0;
            return;
        }
        letters++;
        vowels += VOWELS.indexOf(value | 0x20) >= 0 ? 1 : 0;
        run++;
        inWords += run < WORD ? 0 : run == WORD ? WORD : 1;
    }

    private Optional<Charset> verdict() {
        if (controls || utf8.prevail()) {
            return Optional.empty();
        }
        if (inWords <= 0.1 * letters) {
            return notWestern ? Optional.empty() : Optional.of(WESTERN);
        }
        boolean cyrillic = inWords >= 0.6 * letters && vowels >= 0.27 * letters;
        return cyrillic ? Optional.of(CYRILLIC) : Optional.empty();
    }

    /// Complete sequences of UTF-8 among bytes that are none: a UTF-8 text with a damaged byte has many, a text of a
    /// code page next to none.
    private static final class Utf8Traces {
        private long sequences;
        private long strays;
        private int open;
        private boolean begun;

        void add(int value) {
            boolean continues = value >= 0x80 && value < 0xC0;
            if (open > 0 && continues) {
                begun = true;
                sequences += --open == 0 ? 1 : 0;
                return;
            }
            strays += open > 0 || continues ? 1 : 0;
            open = length(value);
            begun = false;
        }

        /// Bytes that have to follow a first one.
        private static int length(int value) {
            if (value < 0xC2 || value > 0xF4) {
                return 0;
            }
            return value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
        }

        boolean prevail() {
            boolean cut = open > 0 && begun;
            return sequences + (cut ? 1 : 0) >= strays + (open > 0 && !begun ? 1 : 0);
        }
    }
}
