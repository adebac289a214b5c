package io.tidemark.collect.picture;

import io.tidemark.ledger.Thumbnail;
import io.tidemark.ledger.Thumbnails.Again;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A picture made small: decoded and drawn anew, so that nothing of its file is handed on but what can be seen.
final class Miniature {
    static final int LONGEST_SIDE = 320;

    /// What is read of a larger one would not fit into little memory.
    private static final long MOST_PIXELS = 20_000_000;

    private static final int BYTE = 0xff;
    private static final float QUALITY = 0.8f;

    private Miniature() {}

    /// Kinds of pictures, told by how files of them begin.
    private enum Kind {
        JPEG("jpeg", "\u00ff\u00d8\u00ff"),
        PNG("png", "\u0089PNG\r\n\u001a\n"),
        GIF("gif", "GIF8"),
        WEBP("webp", "RIFF");

        private final String format;
        /// A character for each byte.
        private final String beginning;

        Kind(String format, String beginning) {
            this.format = format;
            this.beginning = beginning;
        }

        private boolean begins(byte[] file) {
            for (int i = 0; i < beginning.length(); i++) {
                if (i >= file.length || (file[i] & BYTE) != beginning.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    static Thumbnail of(byte[] file) throws NoPicture {
        ImageReader reader = reader(file);
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return written(drawn(read(reader)));
        } catch (IOException | RuntimeException broken) {
            // Readers meet what is broken in a picture with exceptions of all sorts.
            throw new NoPicture(Again.NEVER, "It is broken.");
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(byte[] file) throws NoPicture {
        for (Kind kind : Kind.values()) {
            if (kind.begins(file)) {
                Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.format);
                if (readers.hasNext()) {
                    return readers.next();
                }
                throw new NoPicture(Again.NEVER, "It is a " + kind + ", which cannot be read here.");
            }
        }
        throw new NoPicture(Again.NEVER, "It is no JPEG, PNG, GIF or WebP.");
    }

    /// Every so many pixels only, so that a large picture takes little memory.
    private static BufferedImage read(ImageReader reader) throws IOException, NoPicture {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new NoPicture(Again.NEVER, "It has too many pixels: %d by %d.".formatted(width, height));
        }
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage drawn(BufferedImage picture) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean opaque = !picture.getColorModel().hasAlpha();
        // What is opaque is written as JPEG, which takes bytes in a row many times faster than it picks them out of
        // words.
        BufferedImage small =
                new BufferedImage(width, height, opaque ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    private static Thumbnail written(BufferedImage small) throws IOException {
        boolean opaque = !small.getColorModel().hasAlpha();
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(opaque ? "jpeg" : "png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (opaque) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(small, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return Thumbnail.of(opaque ? "image/jpeg" : "image/png", bytes.toByteArray());
    }
}
