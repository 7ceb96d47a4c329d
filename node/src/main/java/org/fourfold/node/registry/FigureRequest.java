package org.fourfold.node.registry;

/**
 * Which totals are asked for.
 *
 * @param series the code of a {@link FigureSeries}
 * @param from the first year, included
 * @param to the last year, included
 */
public record FigureRequest(String series, FigureShape shape, int from, int to) {

    public FigureRequest {
        if (to < from) {
            throw new IllegalArgumentException("the last year comes after the first");
        }
    }
}
