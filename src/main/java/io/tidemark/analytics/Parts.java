package io.tidemark.analytics;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/// What the numbers of an answer are split by: every account and content type in view belongs to one part.
final class Parts {
    static final int NONE = -1;

    private static final ContentType[] TYPES = ContentType.values();

    private final View view;
    private final By by;
    private final int count;
    private final int[] ofAccount;
    private final int[] ofPost;

    private enum By {
        NOTHING,
        PLATFORM,
        ACCOUNT,
        TYPE
    }

    private Parts(View view, By by, int count) {
        this.view = view;
        this.by = by;
        this.count = count;
        ofAccount = new int[view.accountCount()];
        ofPost = new int[view.accountCount() * TYPES.length];
        Arrays.fill(ofAccount, NONE);
        Arrays.fill(ofPost, NONE);
    }

    /// Everything in view is one part.
    static Parts none(View view) {
        Parts parts = new Parts(view, By.NOTHING, 1);
        parts.fill((account, type) -> 0);
        return parts;
    }

    /// Parts are ordinals of platforms.
    static Parts byPlatform(View view) {
        Parts parts = new Parts(view, By.PLATFORM, Platforms.ALL.length);
        parts.fill((account, type) -> view.platform(account).ordinal());
        return parts;
    }

    /// Parts are ordinals of accounts.
    static Parts byAccount(View view) {
        Parts parts = new Parts(view, By.ACCOUNT, view.accountCount());
        parts.fill((account, type) -> account);
        return parts;
    }

    /// Parts are ordinals of content types; a whole account belongs to none.
    static Parts byType(View view) {
        Parts parts = new Parts(view, By.TYPE, TYPES.length);
        parts.fill((account, type) -> type);
        Arrays.fill(parts.ofAccount, NONE);
        return parts;
    }

    private interface PartOf {
        int of(int account, int type);
    }

    private void fill(PartOf partOf) {
        for (int account = 0; account < ofAccount.length; account++) {
            if (view.has(account)) {
                ofAccount[account] = partOf.of(account, 0);
                for (ContentType type : TYPES) {
                    int place = account * TYPES.length + type.ordinal();
                    ofPost[place] = view.has(type) ? partOf.of(account, type.ordinal()) : NONE;
                }
            }
        }
    }

    int count() {
        return count;
    }

    boolean arePlatforms() {
        return by == By.PLATFORM;
    }

    int ofAccount(int account) {
        return ofAccount[account];
    }

    int ofPost(int account, ContentType type) {
        return ofPost[account * TYPES.length + type.ordinal()];
    }

    /// @param kind as in [io.tidemark.frame.PostFrame#kind]
    int ofKind(int kind) {
        return ofPost[kind];
    }

    /// Everything in view.
    Scope all() {
        return new Scope(IntStream.range(0, count).toArray(), view.platforms(), Scope.ANY);
    }

    /// One platform, where these are parts by platform.
    static Scope one(Platform platform) {
        return new Scope(new int[] {platform.ordinal()}, Set.of(platform), Scope.ANY);
    }

    /// One account, where these are parts by account.
    Scope one(int account) {
        return new Scope(new int[] {account}, Set.of(view.platform(account)), account);
    }

    /// One type, where these are parts by type.
    Scope one(ContentType type) {
        return new Scope(new int[] {type.ordinal()}, view.platforms(), Scope.ANY);
    }
}
