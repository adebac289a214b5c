package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusinessSettingsTest {
    private final LedgerFixture fixture = LedgerFixture.create();
    private final Directory directory = fixture.directory();
    private final long business = fixture.business().id();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void conventionsAreKeptAndStepTheDataVersion() {
        Conventions conventions = new Conventions(
                Month.APRIL,
                Engagement.WITH_CLICKS,
                Map.of(Platform.YOUTUBE, Denominator.IMPRESSIONS, Platform.LINKEDIN, Denominator.REACH));
        Versions before = fixture.ledger().versions(business);

        Business changed = directory.change(business, "Acme Ltd", conventions);

        assertThat(changed.conventions()).isEqualTo(conventions);
        assertThat(directory.findBusiness(business)).hasValue(changed);
        assertThat(directory.findBusiness("acme ltd")).hasValue(changed);
        assertThat(fixture.ledger().versions(business).data()).isEqualTo(before.data() + 1);
    }

    @Test
    void aNewBusinessReckonsAsShipped() {
        assertThat(fixture.business().conventions()).isEqualTo(Conventions.DEFAULT);
        assertThat(directory.findBusiness(business).orElseThrow().conventions()).isEqualTo(Conventions.DEFAULT);
    }

    @Test
    void theNameOfAnotherIsRefused() {
        directory.createBusiness("Other", ZoneId.of("UTC"), DayOfWeek.MONDAY, false);

        assertThatThrownBy(() -> directory.change(business, "OTHER", Conventions.DEFAULT))
                .isInstanceOf(DuplicateName.class);
        assertThat(directory.change(business, "ACME", Conventions.DEFAULT).name())
                .isEqualTo("ACME");
    }
}
