package io.tidemark.collect.sync;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Secret;

/// The token of a sign-in.
public interface Access {
    /// One that is good as far as we know.
    ///
    /// @throws CallFailed where somebody must sign in again
    Secret token();

    /// Another one than the platform has just refused.
    ///
    /// @throws CallFailed where there is none
    Secret renewed(Secret refused);
}
