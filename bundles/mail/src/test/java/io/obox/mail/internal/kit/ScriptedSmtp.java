package io.obox.mail.internal.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A mail server that behaves as a test says: each connection by the next script, and well when there is none left. */
public final class ScriptedSmtp implements AutoCloseable {
    /** What the server says to a command; {@code BODY} stands for a line of a mail, {@code .} for its end. */
    @FunctionalInterface
    public interface Script {
        /** The connection is cut here. */
        String CUT = "cut";

        /** The connection is cut here, after the mail has been taken. */
        String TAKEN_AND_CUT = "taken and cut";

        /** Null for what a server usually says. */
        @Nullable
        String answer(String command) throws InterruptedException;
    }

    private final ServerSocket socket;
    private final @Nullable SSLSocketFactory tls;
    private final Deque<Script> scripts = new ConcurrentLinkedDeque<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** One that can't encrypt. */
    public ScriptedSmtp() {
        this(null);
    }

    /** One that offers STARTTLS if it is given a certificate. */
    public ScriptedSmtp(@Nullable SSLSocketFactory tls) {
        this(0, tls);
    }

    private ScriptedSmtp(int port, @Nullable SSLSocketFactory tls) {
        this.tls = tls;
        try {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    /** One where another one was. */
    public static ScriptedSmtp at(int port) {
        return new ScriptedSmtp(port, null);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How the next connections without a script of their own go. */
    public ScriptedSmtp then(Script script) {
        scripts.add(script);
        return this;
    }

    /** To one command this answer. */
    public static Script answering(String command, String answer) {
        return said -> said.equals(command) ? answer : null;
    }

    /** The mails that it has taken, as they came. */
    public List<String> taken() {
        return taken;
    }

    /** How many have connected. */
    public int greeted() {
        return connections.get();
    }

    /** The commands that it was sent. */
    public List<String> commands() {
        return commands;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        connections.incrementAndGet();
        Script script = scripts.isEmpty() ? command -> null : scripts.poll();
        try (client) {
            Conversation conversation = new Conversation(client, script);
            conversation.say("GREETING", "220 test ESMTP");
            while (conversation.next()) {
                // goes on until one of both has enough
            }
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said on one connection. */
    private final class Conversation {
        private final Script script;
        private Socket client;
        private BufferedReader in;
        private OutputStream out;

        Conversation(Socket client, Script script) throws IOException {
            this.script = script;
            this.client = client;
            this.in = reader(client);
            this.out = client.getOutputStream();
        }

        private static BufferedReader reader(Socket from) throws IOException {
            return new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
        }

        boolean next() throws IOException, InterruptedException {
            String line = in.readLine();
            if (line == null) {
                return false;
            }
            commands.add(line);
            String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            return switch (command) {
                case "EHLO" -> say(command, tls == null ? "250 test" : "250-test\r\n250 STARTTLS");
                case "STARTTLS" -> say(command, "220 go ahead") && encrypt();
                case "DATA" -> say(command, "354 go ahead") && take();
                case "QUIT" -> !say(command, "221 bye");
                default -> say(command, "250 ok");
            };
        }

        boolean say(String command, String usual) throws IOException, InterruptedException {
            String answer = script.answer(command);
            if (Script.CUT.equals(answer)) {
                client.close();
                return false;
            }
            out.write(((answer == null ? usual : answer) + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        }

        private boolean take() throws IOException, InterruptedException {
            StringBuilder mail = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(".")) {
                    return end(mail.toString());
                }
                if (Script.CUT.equals(script.answer("BODY"))) {
                    client.close();
                    return false;
                }
                mail.append(line).append('\n');
            }
            return false;
        }

        private boolean end(String mail) throws IOException, InterruptedException {
            String answer = script.answer(".");
            if (answer == null || answer.startsWith("2") || Script.TAKEN_AND_CUT.equals(answer)) {
                taken.add(mail);
            }
            if (Script.CUT.equals(answer) || Script.TAKEN_AND_CUT.equals(answer)) {
                client.close();
                return false;
            }
            out.write(((answer == null ? "250 taken" : answer) + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        }

        private boolean encrypt() throws IOException {
            SSLSocketFactory factory = tls;
            if (factory == null) {
                return false;
            }
            SSLSocket secure = (SSLSocket) factory.createSocket(client, null, client.getPort(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            client = secure;
            in = reader(secure);
            out = secure.getOutputStream();
            return true;
        }
    }
}
