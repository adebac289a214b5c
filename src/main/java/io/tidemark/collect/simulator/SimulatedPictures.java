package io.tidemark.collect.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures of posts, painted when they are first asked for: neighbours differ in colour.
public final class SimulatedPictures {
    static final String PATH = "/pictures/";

    private static final int WIDTH = 360;
    private static final int HEIGHT = 270;
    private static final int TOO_LARGE = 5 << 20;

    private static final int HUES = 100;
    private static final Map<Integer, byte[]> PAINTED = new ConcurrentHashMap<>();

    private final URI origin;
    private final Map<Integer, Trouble> troubles = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> changes = new ConcurrentHashMap<>();
    private final AtomicInteger fetched = new AtomicInteger();

    SimulatedPictures(URI origin) {
        this.origin = origin;
    }

    /// What is wrong with a picture.
    public enum Trouble {
        GONE,
        UNAVAILABLE,
        /// More bytes than anybody shows.
        OVERSIZED,
        /// A web page under the name of a picture.
        NOT_A_PICTURE,
        /// The address redirects to another host.
        REDIRECTED,
        /// The address that the platform tells is one of another host.
        ELSEWHERE
    }

    public void trouble(int post, Trouble what) {
        troubles.put(post, what);
    }

    public void heal(int post) {
        troubles.remove(post);
    }

    /// The post shows another picture from now on.
    public void change(int post) {
        changes.merge(post, 1, Integer::sum);
    }

    /// How often a picture was asked for.
    public int fetched() {
        return fetched.get();
    }

    /// Where the picture of a post lies, by its number.
    public String address(int post) {
        String name = PATH + post + "-" + changes.getOrDefault(post, 0) + ".png";
        return (troubles.get(post) == Trouble.ELSEWHERE ? "http://127.0.0.2:9" : origin) + name;
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            fetched.incrementAndGet();
            int post = Integer.parseInt(
                    exchange.getRequestURI().getPath().substring(PATH.length()).replaceFirst("-.*", ""));
            Trouble trouble = troubles.get(post);
            switch (trouble) {
                case GONE -> send(exchange, 404, "text/plain", new byte[0]);
                case UNAVAILABLE -> send(exchange, 503, "text/plain", new byte[0]);
                case OVERSIZED -> send(exchange, 200, "image/png", new byte[TOO_LARGE]);
                case NOT_A_PICTURE ->
                    send(exchange, 200, "image/png", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
                case REDIRECTED -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.2:9/");
                    send(exchange, 302, "text/plain", new byte[0]);
                }
                case ELSEWHERE -> send(exchange, 404, "text/plain", new byte[0]);
                case null -> send(exchange, 200, "image/png", picture(post));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] picture(int post) {
        int hue = Math.floorMod(post * 13 + changes.getOrDefault(post, 0) * HUES / 2, HUES);
        return PAINTED.computeIfAbsent(hue, part -> painted((float) part / HUES));
    }

    /// With a palette, a byte a pixel: quick to write and to read.
    private static byte[] painted(float hue) {
        Color ground = Color.getHSBColor(hue, 0.45f, 0.9f);
        Color figure = Color.getHSBColor(hue, 0.6f, 0.6f);
        int[] colours = {ground.getRGB(), figure.getRGB()};
        BufferedImage image = new BufferedImage(
                WIDTH,
                HEIGHT,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
        Graphics2D pen = image.createGraphics();
        pen.setColor(ground);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(figure);
        pen.fillOval(WIDTH / 4, HEIGHT / 4, WIDTH / 2, HEIGHT / 2);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing but memory is written to", impossible);
        }
        return bytes.toByteArray();
    }
}
