package io.tidemark.collect.file.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 123",
                "-5 %",
                "@acme",
                "\tx",
                "\rx",
                "'=1",
                "''-x",
                "7300000000000000001",
                "0123",
                "12e45",
                "'0123"
            })
    void whatASpreadsheetWouldTakeForSomethingElseIsGuardedAndComesBack(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.unguard("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "'", "plain", "'tis the season", "a=b", "0", "123456789012345", "2026-01-02", "12e", "1.5"})
    void otherTextStaysAsItIsBothWays(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo(text);
        assertThat(FormulaGuard.unguard(text)).isEqualTo(text);
    }

    @Test
    void anyTextComesBack() {
        Random random = new Random(7);
        String alphabet = "=+-@\t\r\n''0123456789eE,\"aé😀";
        int[] points = alphabet.codePoints().toArray();
        int guarded = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            String cell = FormulaGuard.guard(text.toString());
            guarded += cell.length() > text.length() ? 1 : 0;
            assertThat(FormulaGuard.unguard(cell)).isEqualTo(text.toString());
            assertThat(cell.isEmpty() ? 'x' : cell.charAt(0)).isNotIn('=', '+', '-', '@', '\t', '\r');
        }
        assertThat(guarded).isPositive();
    }
}
