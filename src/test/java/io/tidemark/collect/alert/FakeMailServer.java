package io.tidemark.collect.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// As much of SMTP (RFC 5321) as takes mails, on a loopback port of its own.
public final class FakeMailServer implements AutoCloseable {
    public final List<String> mails = new CopyOnWriteArrayList<>();
    public final List<String> commands = new CopyOnWriteArrayList<>();
    /// What is answered to a command that begins so; null where all is well.
    private volatile @Nullable String begins;
    private volatile String answer = "";
    private final ServerSocket socket;

    public FakeMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void refuse(String commandsThatBeginSo, String with) {
        answer = with;
        begins = commandsThatBeginSo;
    }

    public void refuseNothing() {
        begins = null;
    }

    private void accept() {
        while (true) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (SocketException closed) {
                if (socket.isClosed()) {
                    return;
                }
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 fake");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String command = line.toUpperCase(Locale.ROOT);
            String refused = begins;
            if (refused != null && command.startsWith(refused)) {
                say(out, answer);
            } else if (command.startsWith("EHLO")) {
                say(out, "250-fake\r\n250 AUTH PLAIN");
            } else if (command.startsWith("AUTH")) {
                say(out, "235 welcome");
            } else if (command.equals("DATA")) {
                say(out, "354 go on");
                mails.add(mail(in));
                say(out, "250 taken");
            } else if (command.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
