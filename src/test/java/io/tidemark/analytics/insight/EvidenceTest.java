package io.tidemark.analytics.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analytics.Coverage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceTest {
    private static final Coverage ALL = new Coverage(Coverage.Unit.POST, 5, 5, 5);
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void whatGoesTogetherIsTaken() {
        assertThat(interval(0.2, 0.1, 0.3, 0.9).value()).isEqualTo(0.2);
        assertThat(interval(0.2, 0.2, 0.2, 0.9).lo()).isEqualTo(0.2);
        assertThat(interval(-0.2, null, null, null).level()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "0.4, 0.1, 0.3, 0.9",
                "0.0, 0.1, 0.3, 0.9",
                "0.2, 0.3, 0.1, 0.9",
                "null, 0.1, 0.3, 0.9",
                "0.2, null, 0.3, 0.9",
                "0.2, 0.1, null, 0.9",
                "0.2, 0.1, 0.3, null",
                "0.2, null, null, 0.9",
                "0.2, 0.1, 0.3, 1",
                "0.2, 0.1, 0.3, 90",
                "NaN, null, null, null",
                "0.2, -Infinity, 0.3, 0.9"
            })
    void anIntervalHasAValueInsideTwoEndsAndALevel(
            @Nullable Double value, @Nullable Double lo, @Nullable Double hi, @Nullable Double level) {
        assertThatThrownBy(() -> interval(value, lo, hi, level)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = EvidenceStatus.class,
            names = {"OK", "PROVISIONAL", "WEAK"})
    void whatClaimsSomethingHasAValue(EvidenceStatus status) {
        String reason = status == EvidenceStatus.OK ? "ok" : "some_reason";

        assertThat(with(1.0, 5, 5.0, ALL, 0, "m/1", status, reason).status()).isEqualTo(status);
        assertThatThrownBy(() -> with(null, 5, 5.0, ALL, 0, "m/1", status, reason))
                .hasMessageContaining("goes with the status");
    }

    @Test
    void whatIsNotProvidedHasNoneAndWhatCannotBeToldMayShowWhatWasSeen() {
        assertThat(with(null, 0, null, ALL, 0, "m/1", EvidenceStatus.NOT_PROVIDED, "not_provided")
                        .value())
                .isNull();
        assertThatThrownBy(() -> with(0.0, 0, null, ALL, 0, "m/1", EvidenceStatus.NOT_PROVIDED, "not_provided"))
                .hasMessageContaining("goes with the status");
        assertThat(with(0.1, 0, null, ALL, 0, "m/1", EvidenceStatus.NOT_ENOUGH_DATA, "few")
                        .value())
                .isEqualTo(0.1);
        assertThat(with(null, 0, null, ALL, 0, "m/1", EvidenceStatus.NOT_ENOUGH_DATA, "few")
                        .value())
                .isNull();
    }

    @Test
    void whatIsNotOkHasAReason() {
        assertThatThrownBy(() -> with(1.0, 5, null, ALL, 0, "m/1", EvidenceStatus.WEAK, "ok"))
                .hasMessageContaining("has a reason");
        assertThatThrownBy(() -> with(1.0, 5, null, ALL, 0, "m/1", EvidenceStatus.WEAK, "Too few posts"))
                .hasMessageContaining("stable name");
    }

    @Test
    void countsSharesAndMethodsAreWhatTheyShouldBe() {
        EvidenceStatus ok = EvidenceStatus.OK;
        Coverage impossible = new Coverage(Coverage.Unit.POST, 6, 5, 5);

        assertThatThrownBy(() -> with(1.0, -1, null, ALL, 0, "m/1", ok, "ok")).hasMessageContaining("items");
        assertThatThrownBy(() -> with(1.0, 1, -0.5, ALL, 0, "m/1", ok, "ok")).hasMessageContaining("items");
        assertThatThrownBy(() -> with(1.0, 1, Double.NaN, ALL, 0, "m/1", ok, "ok"))
                .hasMessageContaining("items");
        assertThatThrownBy(() -> with(1.0, 1, null, impossible, 0, "m/1", ok, "ok"))
                .hasMessageContaining("expected");
        assertThatThrownBy(() -> with(1.0, 1, null, ALL, 1.5, "m/1", ok, "ok")).hasMessageContaining("share");
        assertThatThrownBy(() -> with(1.0, 1, null, ALL, Double.NaN, "m/1", ok, "ok"))
                .hasMessageContaining("share");
        assertThatThrownBy(() -> with(1.0, 1, null, ALL, 0, "m", ok, "ok")).hasMessageContaining("version");
    }

    private static Evidence interval(
            @Nullable Double value, @Nullable Double lo, @Nullable Double hi, @Nullable Double level) {
        return new Evidence(
                value, lo, hi, level, 5, null, ALL, 0, NOW, "m/1", EvidenceStatus.NOT_ENOUGH_DATA, "reason");
    }

    private static Evidence with(
            @Nullable Double value,
            int n,
            @Nullable Double nEff,
            Coverage coverage,
            double provisional,
            String method,
            EvidenceStatus status,
            String reason) {
        return new Evidence(value, null, null, null, n, nEff, coverage, provisional, NOW, method, status, reason);
    }
}
