package io.tidemark.serve.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names for texts that cannot be turned back.
public final class Digests {
    private static final int HEX_DIGITS = 16;

    private Digests() {}

    /// Enough to tell texts apart, not to keep a secret.
    public static String shortDigest(String text) {
        return sha256(text).substring(0, HEX_DIGITS);
    }

    public static String sha256(String text) {
        return HexFormat.of().formatHex(sha256Bytes(text));
    }

    public static byte[] sha256Bytes(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
