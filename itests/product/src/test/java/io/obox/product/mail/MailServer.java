package io.obox.product.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that takes every mail, and can be made to fall silent. */
public final class MailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final CountDownLatch released = new CountDownLatch(1);

    /** On a port of its own. */
    public MailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The next one to say this gets no answer before the release; {@code .} is the end of a mail, which is taken before that. */
    public void fallSilent(String command) {
        silent.add(command);
    }

    /** From now on everybody is answered. */
    public void release() {
        silent.clear();
        released.countDown();
    }

    /** The mails that it has taken. */
    public List<String> taken() {
        return taken;
    }

    /** How often it has been told this. */
    public long told(String command) {
        return commands.stream().filter(command::equals).count();
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
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 test ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                answer(command, in, out);
            }
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String command, BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        told(command, out, command.equals("DATA") ? "354 go ahead" : "250 ok");
        if (command.equals("DATA")) {
            StringBuilder mail = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(".")) {
                    taken.add(mail.toString());
                    told(".", out, "250 taken");
                    return;
                }
                mail.append(line).append('\n');
            }
        }
    }

    private void told(String command, OutputStream out, String answer) throws IOException, InterruptedException {
        commands.add(command);
        if (silent.remove(command)) {
            released.await();
        }
        say(out, answer);
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        release();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
