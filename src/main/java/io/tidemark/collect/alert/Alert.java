package io.tidemark.collect.alert;

import io.tidemark.ledger.AlertBook.Watched;
import io.tidemark.ledger.Breakout;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that needs a person, or that a person wants to know at once.
public sealed interface Alert {
    /// The same for as long as it is due: by it an alert is sent once.
    String key();

    /// What kind it is; the names are stable.
    String kind();

    /// A sign-in is about to end.
    ///
    /// @param days before its end of which this is the warning
    record SignInEnds(Connection connection, Instant endsAt, int days) implements Alert {
        @Override
        public String key() {
            return "connection %d ends in %d days".formatted(connection.id(), days);
        }

        @Override
        public String kind() {
            return "sign_in_ends";
        }
    }

    /// Nothing is collected through a connection until somebody signs in again.
    ///
    /// @param said why
    /// @param since null where only the accounts tell
    /// @param accounts that are not read meanwhile
    record ConnectionBroken(
            Connection connection, Told said, @Nullable Instant since, List<Watched> accounts) implements Alert {
        public ConnectionBroken {
            accounts = List.copyOf(accounts);
        }

        @Override
        public String key() {
            return "connection %d broken".formatted(connection.id());
        }

        @Override
        public String kind() {
            return "connection_broken";
        }
    }

    /// An account was not read for too long, though its connection seems to be good.
    ///
    /// @param limit how long is too long
    record AccountSilent(Watched account, Instant since, Duration limit) implements Alert {
        @Override
        public String key() {
            return "account %d silent".formatted(account.accountId());
        }

        @Override
        public String kind() {
            return "account_silent";
        }
    }

    /// A post breaks out.
    record PostBreaksOut(Breakout breakout) implements Alert {
        static final String KIND = "post_breaks_out";

        @Override
        public String key() {
            return "post %d breaks out".formatted(breakout.postId());
        }

        @Override
        public String kind() {
            return KIND;
        }
    }
}
