package io.obox.persistence.internal.unit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.resource.LoadableResource;

/** One migration of a bundle. */
final class Script extends LoadableResource {
    private final URL url;
    private final String file;

    Script(URL url) {
        this.url = url;
        this.file = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public Reader read() {
        try {
            return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getAbsolutePath() {
        return url.toString();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return url.toString();
    }

    @Override
    public String getFilename() {
        return file;
    }

    @Override
    public String getRelativePath() {
        return file;
    }
}
