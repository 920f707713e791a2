package io.obox.product.chaos;

import io.obox.product.access.Machines;
import io.obox.product.access.Product;
import io.obox.product.servers.SharedServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Nodes on one PostgreSQL and Redis, on the machines north and south. What a machine has, its hypervisor and its images, its nodes
 * share with each other and with nobody else.
 */
final class TwoMachines implements AutoCloseable {
    static final String NORTH = "north";
    static final String SOUTH = "south";

    private static final int IMAGE_BYTES = 1 << 20;

    private final Path folder;
    private final SharedServers servers;
    private final Map<String, String> settings;
    private final List<Product> nodes = new ArrayList<>();

    /**
     * Boots them.
     *
     * @param settings of each node, beside where its servers and its machine's things are
     * @param names of the nodes: the machine's, a hyphen and a number
     */
    TwoMachines(Path folder, Map<String, String> settings, String... names) throws IOException {
        this.folder = folder;
        this.servers = new SharedServers(folder);
        this.settings = settings;
        try {
            prepare(NORTH, "lean/1.img");
            prepare(SOUTH, "wide/1.img");
            for (String name : names) {
                nodes.add(boot(name.substring(0, name.indexOf('-')), name));
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            close();
            throw e;
        }
    }

    /** Both have one image in common, and one of the same name but other content; a third is the machine's own. */
    private void prepare(String machine, String own) throws IOException {
        Files.createDirectories(folder.resolve(machine + "/simulated"));
        image(machine, "tiny/1.img", 0);
        image(machine, "mixed/1.img", machine.hashCode());
        image(machine, own, 0);
    }

    private void image(String machine, String name, int content) throws IOException {
        Path file = folder.resolve(machine + "/images").resolve(name);
        Files.createDirectories(file.getParent());
        byte[] bytes = new byte[IMAGE_BYTES];
        Arrays.fill(bytes, (byte) content);
        Files.write(file, bytes);
    }

    /** What a hypervisor holds is the machine's, whichever node asks. */
    private Product boot(String machine, String node) throws IOException {
        Path data = folder.resolve(node);
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve("simulated"), folder.resolve(machine + "/simulated"));
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(servers.settings());
        environment.put("OBOX_NODE", node);
        environment.put("OBOX_IMAGES", folder.resolve(machine + "/images").toString());
        environment.put("OBOX_HEAP", "384m");
        return Product.boot(data, "simulated", environment);
    }

    /** In the order of their names as they were given. */
    List<Product> nodes() {
        return nodes;
    }

    /** What a node is called. */
    static String name(Product node) {
        return node.data().getFileName().toString();
    }

    DataSource database() {
        return servers.database();
    }

    /** The first column of the first row, unless it is null. */
    Optional<String> value(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** The host that this machine's hypervisor is, by what the hypervisor itself keeps. */
    String host(String machine) throws Exception {
        String hypervisor = Files.readString(hypervisor(machine).resolve("host.uuid"));
        return value("select id from host where hypervisor = ?::uuid", hypervisor.strip())
                .orElseThrow();
    }

    /** Ids of the guests on this machine's hypervisor. */
    List<String> guests(String machine) {
        return Machines.guests(folder.resolve(machine));
    }

    /** Names of all that this machine's hypervisor keeps. */
    List<String> kept(String machine) throws IOException {
        try (Stream<Path> files = Files.list(hypervisor(machine))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path hypervisor(String machine) {
        return folder.resolve(machine + "/simulated/simulated");
    }

    @Override
    public void close() throws IOException {
        nodes.reversed().forEach(Product::close);
        servers.close();
    }
}
