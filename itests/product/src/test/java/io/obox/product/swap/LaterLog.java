package io.obox.product.swap;

import io.obox.product.access.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a product logs from a moment on. */
record LaterLog(Path file, int begin) {
    static LaterLog of(Product product) throws IOException {
        Path file = product.data().resolve("logs/obox.log");
        return new LaterLog(file, Files.readAllBytes(file).length);
    }

    /** The lines of errors. */
    List<String> errors() throws IOException {
        byte[] all = Files.readAllBytes(file);
        return new String(Arrays.copyOfRange(all, begin, all.length), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" ERROR "))
                .toList();
    }
}
