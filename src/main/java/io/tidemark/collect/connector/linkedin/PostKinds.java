package io.tidemark.collect.connector.linkedin;

/// Names of kinds of posts, which decide by which routes they are read: `share/image`, `ugcPost/video` of a page,
/// `member/share` of a person.
final class PostKinds {
    private static final String MEMBER = "member/";

    private PostKinds() {}

    static String ofPage(Urn post, PostShape shape) {
        return post.kind() + "/" + shape.name();
    }

    static String ofMember(Urn post) {
        return MEMBER + post.kind();
    }

    static boolean isOfPage(String kind) {
        return !isOfMember(kind);
    }

    static boolean isOfMember(String kind) {
        return kind.startsWith(MEMBER);
    }

    /// LinkedIn tells of videos by ugcPost only.
    static boolean isVideo(String kind) {
        return kind.equals(Urn.UGC_POST + "/video");
    }
}
