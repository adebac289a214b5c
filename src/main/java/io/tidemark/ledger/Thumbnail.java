package io.tidemark.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A small picture.
///
/// @param etag changes with the picture
@SuppressWarnings("ArrayRecordComponent") // Handed on as it is; nobody compares thumbnails.
public record Thumbnail(String contentType, byte[] image, String etag) {
    private static final int TAG_BYTES = 12;

    public static Thumbnail of(String contentType, byte[] image) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(image);
            return new Thumbnail(contentType, image, HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
