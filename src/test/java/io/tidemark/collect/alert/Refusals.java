package io.tidemark.collect.alert;

/// What a server for mails may say.
public final class Refusals {
    private Refusals() {}

    public static NotSent later() {
        return new NotSent("450 later");
    }
}
