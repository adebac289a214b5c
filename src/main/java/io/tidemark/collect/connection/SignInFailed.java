package io.tidemark.collect.connection;

import io.tidemark.words.Said;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A sign-in with a platform came to nothing.
public final class SignInFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable Long businessId;
    private final transient Said said;

    SignInFailed(Reason reason, @Nullable Long businessId, Said said) {
        super(said.english());
        this.said = said;
        this.reason = reason;
        this.businessId = businessId;
    }

    /// Why; the names are stable.
    public enum Reason {
        /// There is no such login.
        UNKNOWN_LOGIN,
        /// The server has no app of the platform.
        NOT_SET_UP,
        /// What came back was not sent out by us, or for another login.
        UNKNOWN_SIGN_IN,
        /// Somebody else set out.
        OTHER_USER,
        /// It took too long.
        EXPIRED,
        /// It came back before.
        USED,
        /// The connection that was to be made good again is gone.
        CONNECTION_GONE,
        /// The person did not agree.
        DENIED,
        /// The person signed in as somebody else than they had told.
        OTHER_ACCOUNT,
        /// The platform takes the app or its secret no more.
        APP_REFUSED,
        /// The platform takes the code no more.
        CODE_REFUSED,
        /// The platform cannot be asked now.
        PLATFORM_FAILED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Said said() {
        return said;
    }

    public Reason reason() {
        return reason;
    }

    /// From which the person set out; null where that is not known.
    public @Nullable Long businessId() {
        return businessId;
    }
}
