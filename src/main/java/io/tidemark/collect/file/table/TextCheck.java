package io.tidemark.collect.file.table;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What one pass over a text found: its encoding (by byte order mark, else strict UTF-8, else a code page where there
/// is little doubt), its size and its beginning.
///
/// The pass comes before any row is read because a wrong encoding has to be refused whole, and because only here the
/// position of the first bad byte is known.
///
/// @param mark length of the byte order mark
/// @param head the first characters, for telling separators apart
/// @param assumed the code page that was assumed
record TextCheck(Charset charset, int mark, long bytes, String head, Optional<Charset> assumed) {
    private static final Sentence HOLDS_NUL = Sentence.of(
            "text_holds_nul",
            "The text holds a NUL character near byte {byte}, so it is UTF-16 without a byte order mark, or not "
                    + "text at all: save it as CSV in UTF-8.");
    private static final Sentence MALFORMED = Sentence.of(
            "text_malformed",
            "Byte {byte} ({value}) is not valid {charset}: the file was damaged or saved again in another "
                    + "encoding; export it again, or save it as CSV in UTF-8.");
    private static final Sentence ENDS_WITHIN = Sentence.of(
            "text_ends_within",
            "The text ends within a character, at byte {byte}, and is not valid {charset}: the file was damaged "
                    + "or saved again in another encoding; export it again, or save it as CSV in UTF-8.");
    private static final String BROKEN = "broken_encoding";
    private static final int CHUNK = 1 << 16;

    static TextCheck of(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return strict(in);
        } catch (ImportRefused notUnicode) {
            return inCodePage(bytes, notUnicode);
        }
    }

    private static TextCheck inCodePage(Bytes bytes, ImportRefused notUnicode) throws IOException {
        if (!notUnicode.code().equals(BROKEN)) {
            throw notUnicode;
        }
        Charset charset = LegacyText.of(bytes.open()).orElseThrow(() -> notUnicode);
        try (InputStream in = bytes.open()) {
            TextCheck check = new Pass(charset, 0).run(in);
            return new TextCheck(charset, 0, check.bytes, check.head, Optional.of(charset));
        }
    }

    private static TextCheck strict(InputStream in) throws IOException {
        byte[] first = in.readNBytes(4);
        Charset charset = charsetOf(first);
        int mark = markOf(first);
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(first, mark, first.length - mark), in);
        return new Pass(charset, mark).run(rest);
    }

    boolean isBlank() {
        return head.isBlank() && bytes <= CHUNK;
    }

    private static Charset charsetOf(byte[] first) {
        if (startsWith(first, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(first, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static int markOf(byte[] first) {
        if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(first, 0xFF, 0xFE) || startsWith(first, 0xFE, 0xFF) ? 2 : 0;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static final class Pass {
        private final Charset charset;
        private final int mark;
        private final CharsetDecoder decoder;
        private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        private final CharBuffer chars = CharBuffer.allocate(CHUNK);
        private final StringBuilder head = new StringBuilder();
        private long consumed;

        Pass(Charset charset, int mark) {
            this.charset = charset;
            this.mark = mark;
            this.consumed = mark;
            this.decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        TextCheck run(InputStream in) throws IOException {
            boolean end = false;
            while (!end) {
                int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
                end = read < bytes.remaining();
                bytes.position(bytes.position() + read).flip();
                decode(end);
                bytes.compact();
            }
            return new TextCheck(charset, mark, consumed, head.toString(), Optional.empty());
        }

        private void decode(boolean end) {
            CoderResult result;
            do {
                int before = bytes.position();
                result = decoder.decode(bytes, chars, end);
                consumed += bytes.position() - before;
                if (result.isError()) {
                    throw malformed();
                }
                keep();
            } while (result.isOverflow());
            if (end && bytes.hasRemaining()) {
                throw malformed();
            }
        }

        private void keep() {
            chars.flip();
            String text = chars.toString();
            if (text.indexOf('\0') >= 0) {
                throw new ImportRefused(BROKEN, HOLDS_NUL.said(Map.of("byte", Value.name(Long.toString(consumed)))));
            }
            head.append(text, 0, Math.min(text.length(), CHUNK - head.length()));
            chars.clear();
        }

        private ImportRefused malformed() {
            Value at = Value.name(Long.toString(consumed));
            Value name = Value.name(charset.name());
            if (!bytes.hasRemaining()) {
                return new ImportRefused(BROKEN, ENDS_WITHIN.said(Map.of("byte", at, "charset", name)));
            }
            String value = String.format(Locale.ROOT, "0x%02X", bytes.get(bytes.position()) & 0xFF);
            return new ImportRefused(
                    BROKEN, MALFORMED.said(Map.of("byte", at, "value", Value.name(value), "charset", name)));
        }
    }
}
