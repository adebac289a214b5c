package io.tidemark.collect.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Thumbnail;
import io.tidemark.ledger.Thumbnails.Again;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiniatureTest {
    @ParameterizedTest
    @CsvSource({
        "jpeg,1080,1350,256,320",
        "png,1200,630,320,168",
        "gif,500,500,320,320",
        "png,40,30,40,30",
        "png,5000,2,320,1"
    })
    void isDrawnAnewAndKeepsItsProportions(String format, int width, int height, int small, int low) throws Exception {
        Thumbnail thumbnail = Miniature.of(file(format, width, height, BufferedImage.TYPE_INT_RGB));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(thumbnail.image()));
        assertThat(image.getWidth()).isEqualTo(small);
        assertThat(image.getHeight()).isEqualTo(low);
        assertThat(thumbnail.contentType()).isEqualTo("image/jpeg");
        assertThat(thumbnail.image()).startsWith(0xff, 0xd8, 0xff);
        assertThat(thumbnail.etag()).matches("[0-9a-f]{24}");
    }

    @Test
    void staysTransparent() throws Exception {
        Thumbnail thumbnail = Miniature.of(file("png", 640, 640, BufferedImage.TYPE_INT_ARGB));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(thumbnail.image()));
        assertThat(thumbnail.contentType()).isEqualTo("image/png");
        assertThat(new Color(image.getRGB(5, 5), true).getAlpha()).isZero();
    }

    @Test
    void nothingOfTheFileButThePictureIsHandedOn() throws Exception {
        byte[] picture = file("jpeg", 64, 64, BufferedImage.TYPE_INT_RGB);
        byte[] tail = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(picture, picture.length + tail.length);
        System.arraycopy(tail, 0, both, picture.length, tail.length);

        assertThat(new String(Miniature.of(both).image(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<!doctype html>", "BM", "MM\0*"})
    void whatIsNoPictureIsNone(String text) {
        assertThatThrownBy(() -> Miniature.of(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        NoPicture.class, none -> assertThat(none.again()).isEqualTo(Again.NEVER))
                .hasMessageContaining("no JPEG");
    }

    @Test
    void whatCannotBeReadHereIsNone() {
        assertThatThrownBy(() -> Miniature.of("RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(NoPicture.class)
                .hasMessageContaining("WEBP");
    }

    @Test
    void aBrokenOneIsNoneWhereverItBreaks() throws IOException {
        byte[] whole = file("png", 300, 300, BufferedImage.TYPE_INT_RGB);
        for (int length = 8; length < whole.length - 20; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Miniature.of(cut)).isInstanceOf(NoPicture.class);
        }
    }

    /// A few bytes that would be some gigabytes of pixels.
    @Test
    void oneWithTooManyPixelsIsNotRead() {
        ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array());
        ByteBuffer file = ByteBuffer.allocate(64);
        file.put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        file.putInt(13).put(header.array()).putInt((int) sum.getValue());
        file.putInt(0).put("IDAT".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> Miniature.of(file.array()))
                .isInstanceOf(NoPicture.class)
                .hasMessageContaining("60000 by 60000");
    }

    private static byte[] file(String format, int width, int height, int type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, type), format, out))
                .isTrue();
        return out.toByteArray();
    }
}
