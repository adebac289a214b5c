package io.tidemark.collect.file.table;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The bytes of an archive entry, bounded while they are unpacked (what the directory of the archive claims is not
/// believed), and compared with the checksum at the end, which [ZipFile] leaves out.
final class EntryStream extends InputStream {
    private static final Sentence UNPACKS_TO_MORE = Sentence.of(
            "entry_unpacks_to_more",
            "The entry unpacks to far more than an export holds (over {bytes} bytes from {packed}), so reading"
                    + " stopped: unpack the archive and import its files on their own.");

    private final ZipEntry entry;
    private final InputStream in;
    private final int ratio;
    private final long most;
    private final CRC32 checksum = new CRC32();
    private long count;

    EntryStream(ZipFile zip, ZipEntry entry, int ratio, long most) throws IOException {
        this.entry = entry;
        this.in = zip.getInputStream(entry);
        this.ratio = ratio;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read < 0) {
            verify();
            return read;
        }
        checksum.update(target, offset, read);
        count += read;
        if (entry.getSize() >= 0 && count > entry.getSize()) {
            throw new ZipException(entry.getName() + " is larger than the archive says");
        }
        bound();
        return read;
    }

    private void verify() throws ZipException {
        if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
            throw new ZipException("the checksum of " + entry.getName() + " differs");
        }
    }

    private void bound() {
        long packed = Math.max(entry.getCompressedSize(), 1);
        if (count > most || (count > Limits.RATIO_COUNTS_FROM && count / packed > ratio)) {
            throw new ImportRefused(
                            "zip_too_large",
                            UNPACKS_TO_MORE.said(Map.of("bytes", Value.count(count), "packed", Value.count(packed))))
                    .inPart(entry.getName());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
