package io.obox.ui.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** How the page was built, as its build has written it beside the page. */
@Component(service = PageBuild.class)
public final class PageBuild {
    private static final String FILE = "/page/build.properties";

    private final String id;
    private final String sdk;
    private final String policy;

    /**
     * Reads it.
     *
     * @throws IOException if the bundle was built without a page
     */
    @Activate
    public PageBuild(BundleContext context) throws IOException {
        this(read(context));
    }

    PageBuild(Properties said) {
        this.id = said.getProperty("id");
        this.sdk = said.getProperty("sdk");
        this.policy = policy(said.getProperty("script"));
    }

    private static Properties read(BundleContext context) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = context.getBundle().getEntry(FILE).openStream()) {
            properties.load(in);
        }
        return properties;
    }

    /**
     * Scripts, styles, pictures and fonts of this origin; nothing from elsewhere, no frame around it. The one thing that is inline is the map
     * by which contributions find what they share with the page, which browsers take in no other way: it is told by its content.
     */
    private static String policy(String map) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' '" + map + "'",
                "style-src 'self'",
                "img-src 'self'",
                "font-src 'self'",
                "connect-src 'self'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    /** Another one for each build with other content. */
    public String id() {
        return id;
    }

    /** The version of the SDK that contributions meet. */
    public String sdk() {
        return sdk;
    }

    /** The content security policy of the page's documents. */
    String policy() {
        return policy;
    }
}
