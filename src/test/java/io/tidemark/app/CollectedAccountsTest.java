package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.sync.Books;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.LiveAccount;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectedAccountsTest {
    private ConnectedServer served;
    private Books books;
    private Business business;

    @BeforeAll
    void start(@TempDir Path directory) {
        served = new ConnectedServer(directory);
        BookedAccounts booked = new BookedAccounts(served);
        booked.ofThreeStates();
        books = booked.books();
        business = served.ledger.business();
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void oneIsNamedByItsIdOrItsHandle() {
        LiveAccount shop = CollectedAccounts.named(books, business, "@ACME.shop");
        assertThat(shop.key().handle()).isEqualTo("acme.shop");
        assertThat(CollectedAccounts.named(books, business, Long.toString(shop.accountId())))
                .isEqualTo(shop);
    }

    @Test
    void whatNamesNoneIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> CollectedAccounts.named(books, business, "acme.shops"))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContainingAll(
                        "'acme.shops' is none of the collected accounts", "@acme.shop)", "@acme.labs)");
    }
}
