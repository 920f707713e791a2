package io.obox.provisioner.libvirt.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** A socket in front of libvirtd's, by which a test takes a daemon away from OBox without taking it from anybody else. */
final class Relay implements AutoCloseable {
    private static final UnixDomainSocketAddress DAEMON = UnixDomainSocketAddress.of("/run/libvirt/libvirt-sock");

    private final Path socket;
    private final List<SocketChannel> channels = new CopyOnWriteArrayList<>();
    private final Semaphore flow = new Semaphore(1);
    private ServerSocketChannel server;

    Relay(Path folder) throws IOException {
        socket = folder.resolve("libvirt-sock");
        listen();
    }

    String uri() {
        return "qemu+unix:///system?socket=" + socket;
    }

    /** As a daemon that starts. */
    void listen() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        ServerSocketChannel current = server;
        Thread.ofVirtual().start(() -> accept(current));
    }

    /** As a daemon that ends. */
    void cut() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        for (SocketChannel channel : channels) {
            channel.close();
        }
        channels.clear();
    }

    /** As a daemon that hangs. */
    void freeze() {
        flow.acquireUninterruptibly();
    }

    /** As a daemon that goes on. */
    void thaw() {
        flow.release();
    }

    private void accept(ServerSocketChannel from) {
        try {
            while (true) {
                SocketChannel client = from.accept();
                SocketChannel daemon = SocketChannel.open(DAEMON);
                channels.addAll(List.of(client, daemon));
                Thread.ofVirtual().start(() -> copy(client, daemon));
                Thread.ofVirtual().start(() -> copy(daemon, client));
            }
        } catch (IOException e) {
            // the relay was cut
        }
    }

    private void copy(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (from;
                to) {
            while (from.read(buffer.clear()) >= 0) {
                flow.acquireUninterruptibly();
                flow.release();
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
        } catch (IOException e) {
            // the relay was cut
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
