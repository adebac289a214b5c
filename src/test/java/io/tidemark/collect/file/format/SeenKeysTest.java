package io.tidemark.collect.file.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenKeysTest {
    private final SeenKeys keys = new SeenKeys();

    @Test
    void aKeyIsNewOnce() {
        assertThat(keys.add("x:post", "1")).isTrue();
        assertThat(keys.add("x:post", "1")).isFalse();
        assertThat(keys.add("x:post", "2")).isTrue();
    }

    @Test
    void partsDoNotRunIntoOneAnother() {
        assertThat(keys.add("ab", "c")).isTrue();
        assertThat(keys.add("a", "bc")).isTrue();
        assertThat(keys.add("abc")).isTrue();
    }

    @Test
    void manyKeysAreKeptApartAndRemembered() {
        assertThat(IntStream.range(0, 50_000).allMatch(key -> keys.add("post", Integer.toString(key))))
                .isTrue();
        assertThat(IntStream.range(0, 50_000).noneMatch(key -> keys.add("post", Integer.toString(key))))
                .isTrue();
    }
}
