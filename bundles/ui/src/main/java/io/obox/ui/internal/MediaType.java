package io.obox.ui.internal;

/** The kinds of files that a page is made of. */
enum MediaType {
    HTML("text/html; charset=utf-8"),
    JS("text/javascript; charset=utf-8"),
    CSS("text/css; charset=utf-8"),
    SVG("image/svg+xml"),
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
    static MediaType of(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> HTML;
            case "js" -> JS;
            case "css" -> CSS;
            case "svg" -> SVG;
            default -> OTHER;
        };
    }
}
