package io.dendrite.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server of which one stage of the conversation goes as a test says: a reply, or the line goes dead. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Where in the conversation (RFC 5321, 3). */
    public enum Stage {
        GREETING,
        EHLO,
        MAIL,
        RCPT,
        DATA,
        CONTENT
    }

    /** In the place of a reply: the connection is closed. */
    public static final int DROP = 0;

    private final ServerSocket server;
    private final Stage stage;
    private final int reply;
    private final AtomicInteger contents = new AtomicInteger();

    public ScriptedSmtp(Stage stage, int reply) {
        this.stage = stage;
        this.reply = reply;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        daemon(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many messages have come whole, whatever was replied. */
    public int contents() {
        return contents.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> converse(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            if (!say(out, Stage.GREETING, 220)) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                boolean goesOn = switch (verb) {
                    case "EHLO", "HELO" -> say(out, Stage.EHLO, 250);
                    case "MAIL" -> say(out, Stage.MAIL, 250);
                    case "RCPT" -> say(out, Stage.RCPT, 250);
                    case "DATA" -> say(out, Stage.DATA, 354) && (stage == Stage.DATA || content(in, out));
                    case "QUIT" -> false;
                    default -> say(out, null, 250);
                };
                if (!goesOn) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other side is gone.
            return;
        }
    }

    private boolean content(BufferedReader in, OutputStream out) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        contents.incrementAndGet();
        return say(out, Stage.CONTENT, 250);
    }

    private boolean say(OutputStream out, Stage here, int usual) throws IOException {
        boolean told = here == stage;
        if (told && reply == DROP) {
            return false;
        }
        int code = told ? reply : usual;
        out.write((code + " as told\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return code != 421;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
