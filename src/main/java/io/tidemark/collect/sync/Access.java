package io.tidemark.collect.sync;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Credential;
import io.tidemark.collect.connector.Login;
import org.jspecify.annotations.Nullable;

/// A sign-in, for calls in its name.
public interface Access {
    /// What is good for calls as far as we know.
    ///
    /// @throws CallFailed where somebody must sign in again
    Credential credential();

    /// Where it is at home; null on platforms of one server.
    ///
    /// @throws CallFailed where it was removed
    Login.@Nullable Place place();

    /// Another one than the platform has just refused.
    ///
    /// @throws CallFailed where there is none
    Credential renewed(Credential refused);
}
