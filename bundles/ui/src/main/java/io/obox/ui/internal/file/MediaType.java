package io.obox.ui.internal.file;

/** The kinds of files that a page is made of. */
public enum MediaType {
    HTML("text/html; charset=utf-8"),
    JS("text/javascript; charset=utf-8"),
    CSS("text/css; charset=utf-8"),
    JSON("application/json"),
    SVG("image/svg+xml"),
    PNG("image/png"),
    WEBP("image/webp"),
    WOFF2("font/woff2"),
    OTHER("application/octet-stream");

    private final String text;

    MediaType(String text) {
        this.text = text;
    }

    /** What to say in the header {@code Content-Type}. */
    String text() {
        return text;
    }

    /** By the name's extension. */
    public static MediaType of(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> HTML;
            case "js", "mjs" -> JS;
            case "css" -> CSS;
            case "json", "map" -> JSON;
            case "svg" -> SVG;
            case "png" -> PNG;
            case "webp" -> WEBP;
            case "woff2" -> WOFF2;
            default -> OTHER;
        };
    }
}
