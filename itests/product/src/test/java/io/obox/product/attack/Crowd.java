package io.obox.product.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * So many connections to a product that each send one text, and may go on with a byte from time to time; none reads. One
 * that is cut comes again. They come from the loopback address, as the user does whom they mean to shut out.
 */
final class Crowd implements AutoCloseable {
    private final int port;
    private final IntFunction<String> text;
    private final boolean goesOn;
    private final Collection<SocketChannel> open = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread driver;

    /**
     * Sends to all, and goes on doing so in a thread of its own.
     *
     * @param text what each connection begins with, by its number
     * @param goesOn whether a byte follows each second
     */
    Crowd(int port, int size, IntFunction<String> text, boolean goesOn) {
        this.port = port;
        this.text = text;
        this.goesOn = goesOn;
        IntStream.range(0, size).forEach(this::connect);
        this.driver = Thread.ofPlatform().daemon().start(this::goOn);
    }

    private void connect(int number) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            channel.connect(new InetSocketAddress("127.0.0.1", port));
            channel.configureBlocking(false);
            open.add(channel);
            send(channel, text.apply(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False where the other end has hung up. */
    private static boolean send(SocketChannel channel, String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        try {
            int idle = 0;
            while (bytes.hasRemaining() && idle < 1000) {
                idle = channel.write(bytes) == 0 ? idle + 1 : 0;
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void goOn() {
        int number = open.size();
        while (!over.get()) {
            for (SocketChannel channel : open) {
                if (goesOn && !send(channel, "x")) {
                    open.remove(channel);
                    close(channel);
                    connect(number++);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        over.set(true);
        driver.interrupt();
        driver.join();
        open.forEach(Crowd::close);
    }
}
