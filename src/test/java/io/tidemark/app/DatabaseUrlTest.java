package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TIDEMARK_DATABASE_USER", "env-user", "TIDEMARK_DATABASE_PASSWORD", "env-secret");

    @Test
    void userAndPasswordInTheUrlWin() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://me:p%40ss+word@db:5433/tide?sslmode=require", ENVIRONMENT);

        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/tide?sslmode=require");
        assertThat(url.user()).isEqualTo("me");
        assertThat(url.password()).isEqualTo("p@ss+word");
    }

    @Test
    void theSpellingOfJdbcIsUnderstood() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://db/tide?user=me&password=secret&ssl=true", Map.of());

        assertThat(url).isEqualTo(new DatabaseUrl("jdbc:postgresql://db/tide?ssl=true", "me", "secret"));
    }

    @Test
    void theEnvironmentFillsWhatTheUrlLeavesOut() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://db/tide", ENVIRONMENT);

        assertThat(url).isEqualTo(new DatabaseUrl("jdbc:postgresql://db/tide", "env-user", "env-secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://me:secret@db/tide", "postgresql://me:secret@db", "postgresql://me:sec ret@db/x", "x"})
    void whatIsNoSuchUrlIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url, Map.of()))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("postgresql://user@host:5432/database")
                .hasMessageNotContaining("sec");
    }

    @Test
    void itsTextHoldsNoPassword() {
        assertThat(DatabaseUrl.parse("postgresql://me:secret@db/tide", Map.of()).toString())
                .doesNotContain("secret");
    }
}
