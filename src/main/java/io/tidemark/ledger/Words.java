package io.tidemark.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// What some texts mean, remembered by their bytes.
final class Words<T> {
    private final Function<String, T> meaning;
    private final List<byte[]> texts = new ArrayList<>();
    private final List<T> meanings = new ArrayList<>();

    Words(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    T find(byte[] bytes, int start, int length) {
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i);
            if (Arrays.equals(text, 0, text.length, bytes, start, start + length)) {
                return meanings.get(i);
            }
        }
        T found = meaning.apply(new String(bytes, start, length, StandardCharsets.UTF_8));
        texts.add(Arrays.copyOfRange(bytes, start, start + length));
        meanings.add(found);
        return found;
    }
}
