package io.tidemark.collect.connection;

import io.tidemark.words.Sentence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Encrypts what must not be read from the database alone (AES-256-GCM).
///
/// Sealed bytes are a version, the id of the key, a random nonce, and what was encrypted with its tag. The place they
/// belong to is authenticated with them: moved to another row they open no more.
public final class Seal {
    private static final Sentence NOT_OURS = Sentence.of("seal_not_ours", "This was not sealed by Tidemark.");
    private static final Sentence CHANGED =
            Sentence.of("seal_changed", "What was sealed was changed, or moved to another place.");
    private static final Sentence NO_KEY = Sentence.of(
            "seal_without_key",
            "This was sealed with a key that is not there any more: put it back behind the others.");

    private static final byte VERSION = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + KEY_ID_BYTES;
    private static final int SHORTEST = HEAD_BYTES + NONCE_BYTES + TAG_BITS / Byte.SIZE;

    private final Supplier<List<SecretKey>> source;
    private final SecureRandom random;
    private volatile List<Key> keys;

    /// @param source the keys, that which seals first; asked again when something was sealed with an unknown
    ///     one, since another process may have put a new key in front
    public Seal(Supplier<List<SecretKey>> source, SecureRandom random) {
        this.source = source;
        this.random = random;
        keys = read(source);
    }

    private record Key(byte[] id, SecretKey secret) {}

    /// @param place what the sealed bytes belong to
    public byte[] seal(String place, byte[] plain) {
        Key key = keys.getFirst();
        byte[] head = head(key);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, key, head, nonce, place).doFinal(plain);
            return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + encrypted.length)
                    .put(head)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES-GCM", impossible);
        }
    }

    /// @throws SealBroken where the bytes were changed, belong to another place, or were sealed with an unknown key
    public byte[] open(String place, byte[] sealed) {
        if (sealed.length < SHORTEST || sealed[0] != VERSION) {
            throw new SealBroken(NOT_OURS.said());
        }
        byte[] head = Arrays.copyOf(sealed, HEAD_BYTES);
        byte[] nonce = Arrays.copyOfRange(sealed, HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
        Key key = key(head);
        try {
            int begin = HEAD_BYTES + NONCE_BYTES;
            return cipher(Cipher.DECRYPT_MODE, key, head, nonce, place).doFinal(sealed, begin, sealed.length - begin);
        } catch (AEADBadTagException changed) {
            throw new SealBroken(CHANGED.said(), changed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES-GCM", impossible);
        }
    }

    /// Whether bytes are sealed with the key that seals now.
    public boolean isCurrent(byte[] sealed) {
        return sealed.length >= HEAD_BYTES && Arrays.equals(head(keys.getFirst()), Arrays.copyOf(sealed, HEAD_BYTES));
    }

    private Key key(byte[] head) {
        return find(keys, head)
                .or(() -> {
                    keys = read(source);
                    return find(keys, head);
                })
                .orElseThrow(() -> new SealBroken(NO_KEY.said()));
    }

    private static Optional<Key> find(List<Key> keys, byte[] head) {
        return keys.stream().filter(key -> Arrays.equals(head(key), head)).findFirst();
    }

    private static List<Key> read(Supplier<List<SecretKey>> source) {
        List<Key> keys =
                source.get().stream().map(secret -> new Key(id(secret), secret)).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is no key to seal with");
        }
        return keys;
    }

    private static byte[] head(Key key) {
        return ByteBuffer.allocate(HEAD_BYTES).put(VERSION).put(key.id()).array();
    }

    /// Follows from the key, and the key cannot be reckoned from it.
    private static byte[] id(SecretKey secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getEncoded());
            return Arrays.copyOf(digest, KEY_ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] head, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
