package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.testing.LedgerFixture;
import java.time.DayOfWeek;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SavedViewsTest {
    private static LedgerFixture fixture;
    private static SavedViews views;
    private static long business;
    private static long ada;
    private static long eve;

    @BeforeAll
    static void open() {
        fixture = LedgerFixture.create();
        views = SavedViews.of(fixture.database());
        business = fixture.business().id();
        ada = fixture.directory().createUser("ada@example.org", "x").id();
        eve = fixture.directory().createUser("eve@example.org", "x").id();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void aNameIsOneWhateverItsCaseAndEveryUserHasTheirOwn() {
        SavedViews.Kept first =
                views.save(business, ada, wanted("Morning", "?range=all")).orElseThrow();
        views.save(business, eve, wanted("Morning", "?range=last_month"));
        views.save(business, ada, wanted("Evening", ""));
        SavedViews.Kept second =
                views.save(business, ada, wanted("MORNING", "?range=today")).orElseThrow();

        assertThat(second.viewId()).isEqualTo(first.viewId());
        assertThat(second.savedAt()).isEqualTo(LedgerFixture.NOW);
        assertThat(views.all(business, ada)).extracting(SavedViews.Kept::name).containsExactly("Evening", "MORNING");
        assertThat(views.all(business, eve)).extracting(SavedViews.Kept::search).containsExactly("?range=last_month");

        assertThatThrownBy(() -> views.rename(business, ada, first.viewId(), "evening"))
                .isInstanceOf(DuplicateName.class);
        assertThat(views.rename(business, eve, first.viewId(), "Mine")).isEmpty();
        assertThat(views.rename(business, ada, first.viewId(), "Noon"))
                .hasValueSatisfying(view -> assertThat(view.search()).isEqualTo("?range=today"));
        assertThat(views.remove(business, eve, first.viewId())).isFalse();
        assertThat(views.remove(business, ada, first.viewId())).isTrue();
        assertThat(views.remove(business, ada, first.viewId())).isFalse();
    }

    @Test
    void aUserKeepsSoManyInEachBusiness() {
        long full = fixture.directory()
                .createBusiness("Full", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
        for (int i = 0; i < SavedViews.MOST; i++) {
            views.save(full, ada, wanted("View " + i, ""));
        }

        assertThat(views.save(full, ada, wanted("one more", ""))).isEmpty();
        assertThat(views.save(full, ada, wanted("view 1", "?range=all"))).isPresent();
        assertThat(views.save(full, eve, wanted("one more", ""))).isPresent();
        assertThat(views.all(full, ada)).hasSize(SavedViews.MOST);
    }

    private static SavedViews.Wanted wanted(String name, String search) {
        return new SavedViews.Wanted(name, "/dashboard/analytics", search);
    }
}
