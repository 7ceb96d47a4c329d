package org.fourfold.node.prevention;

/** What incidents are given out as. Both hold the same rows. */
public enum ExportFormat {
    CSV("text/csv; charset=utf-8", "csv"),
    GEOJSON("application/geo+json", "geojson");

    private final String contentType;
    private final String extension;

    ExportFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    public String contentType() {
        return contentType;
    }

    public String extension() {
        return extension;
    }
}
