package selfbooking.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes no mail, each in its own manner; it notes the Message-ID of every mail that it was given in full. */
final class BadSmtp implements AutoCloseable {

    enum Manner {
        SAYS_421,
        SAYS_NOTHING,
        HANGS_UP_AFTER_THE_MAIL
    }

    private final ServerSocket door;
    private final Manner manner;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    final List<String> messageIds = new CopyOnWriteArrayList<>();

    BadSmtp(Manner manner) {
        this.manner = manner;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::answer, "bad smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    int calls() {
        return callers.size();
    }

    private void answer() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                callers.add(caller);
                talk(caller);
            } catch (IOException e) {
                // The caller or the test hung up; the next one is waited for.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        switch (manner) {
            case SAYS_NOTHING -> {}
            case SAYS_421 -> {
                say(caller, "421 try later");
                caller.close();
            }
            case HANGS_UP_AFTER_THE_MAIL -> {
                takeMail(caller);
                caller.close();
            }
        }
    }

    private void takeMail(Socket caller) throws IOException {
        say(caller, "220 here");
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID: ")) {
                messageIds.add(line.substring("Message-ID: ".length()));
            }
            if (line.equals("DATA")) {
                say(caller, "354 go on");
            } else if (line.matches("(EHLO|MAIL|RCPT).*")) {
                say(caller, "250 yes");
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var caller : callers) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
