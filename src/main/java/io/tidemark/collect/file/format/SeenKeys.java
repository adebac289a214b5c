package io.tidemark.collect.file.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What of a file has been read: of a key only 128 bits of a hash are kept, which two keys do not share by
/// chance, in 20 to 45 bytes.
public final class SeenKeys {
    private static final int FIRST_SLOTS = 256;

    private final MessageDigest digest = digest();
    /// Two for each key; the first is 0 where there is none.
    private long[] slots = new long[2 * FIRST_SLOTS];
    private int size;

    /// Whether this is the first time; from then on it was seen.
    ///
    /// @param parts that make the key together
    public boolean add(String... parts) {
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        if (!put(slots, hash.getLong() | 1, hash.getLong())) {
            return false;
        }
        size++;
        if (8L * size > 3L * slots.length) {
            slots = grown(slots);
        }
        return true;
    }

    private static boolean put(long[] slots, long first, long second) {
        int even = slots.length - 2;
        int at = (int) second & even;
        while (slots[at] != 0) {
            if (slots[at] == first && slots[at + 1] == second) {
                return false;
            }
            at = (at + 2) & even;
        }
        slots[at] = first;
        slots[at + 1] = second;
        return true;
    }

    private static long[] grown(long[] slots) {
        long[] larger = new long[2 * slots.length];
        for (int at = 0; at < slots.length; at += 2) {
            if (slots[at] != 0) {
                put(larger, slots[at], slots[at + 1]);
            }
        }
        return larger;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
