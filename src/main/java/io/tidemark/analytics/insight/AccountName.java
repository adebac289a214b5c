package io.tidemark.analytics.insight;

import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.Platform;

/// Which account something is about.
public record AccountName(long id, Platform platform, String handle, String name) {
    public static AccountName of(FrameAccount account) {
        return new AccountName(account.id(), account.platform(), account.handle(), account.name());
    }
}
