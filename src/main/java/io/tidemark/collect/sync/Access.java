package io.tidemark.collect.sync;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.Secret;
import org.jspecify.annotations.Nullable;

/// A sign-in, for calls in its name.
public interface Access {
    /// A token that is good as far as we know.
    ///
    /// @throws CallFailed where somebody must sign in again
    Secret token();

    /// Where it is at home; null on platforms of one server.
    ///
    /// @throws CallFailed where it was removed
    Login.@Nullable Place place();

    /// Another one than the platform has just refused.
    ///
    /// @throws CallFailed where there is none
    Secret renewed(Secret refused);
}
