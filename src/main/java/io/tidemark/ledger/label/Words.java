package io.tidemark.ledger.label;

/// Where words begin and end.
final class Words {
    private Words() {}

    /// Letters, digits and the underscore, with the marks that many scripts write their vowels with.
    static boolean isWordCharacter(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_' || isMark(codePoint);
    }

    /// Whether a text is one word and nothing else.
    static boolean isWord(String text) {
        return !text.isEmpty()
                && text.codePoints().allMatch(Words::isWordCharacter)
                && text.codePoints().anyMatch(c -> !isMark(c));
    }

    /// Whether a text contains another, not as a part of a longer word.
    static boolean containsWhole(String text, String part) {
        boolean openStart = !isWordCharacter(part.codePointAt(0));
        boolean openEnd = !isWordCharacter(part.codePointBefore(part.length()));
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            int end = at + part.length();
            boolean starts = openStart || at == 0 || !isWordCharacter(text.codePointBefore(at));
            boolean ends = openEnd || end == text.length() || !isWordCharacter(text.codePointAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
