package io.tidemark.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void aHashBelongsToItsPasswordAlone() {
        String hash = passwords.hash("ten letters");

        assertThat(hash).doesNotContain("ten letters");
        assertThat(passwords.matches("ten letters", hash)).isTrue();
        assertThat(passwords.matches("ten Letters", hash)).isFalse();
    }

    @Test
    void tenCharactersAreEnoughAndNineAreNot() {
        assertThat(passwords.hash("äöüäöüäöüä")).startsWith("$2");
        assertThatThrownBy(() -> passwords.hash("123456789"))
                .isInstanceOf(WeakPassword.class)
                .hasMessage("The password needs at least 10 characters.");
    }

    @Test
    void whatTheHashWouldCutOffIsRefused() {
        String longest = "x".repeat(72);
        assertThat(passwords.matches(longest, passwords.hash(longest))).isTrue();
        assertThat(passwords.matches(longest + "y", passwords.hash(longest))).isFalse();
        assertThatThrownBy(() -> passwords.hash(longest + "y")).isInstanceOf(WeakPassword.class);
    }
}
