package org.fourfold.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fourfold.linkage.arrays.Radix;

/**
 * Records of one part, in the engine's order; parts follow each other in that order.
 *
 * @param ids per record its id
 * @param source per record who wrote it
 * @param codes record by record what it says, in the numbers of {@link Words}
 */
@SuppressWarnings("ArrayRecordComponent")
record Rows(int part, Texts ids, int[] source, int[] codes) implements Serializable {

    /**
     * Rows on their way.
     *
     * @param sequence which portion they come from
     */
    record Piece(int sequence, long[] ranks, Texts ids, int[] source, int[] codes) implements Serializable {}

    int size() {
        return source.length;
    }

    /** A portion's records by the part that they go to. */
    static List<Piece> pieces(Portion portion, Words words, int parts) {
        int step = words.layout().step();
        List<int[]> to = words.numbers(portion.said());
        int[] vocabularyOf = words.layout().vocabularyOf();
        int[] sources = words.sourceNumbers(portion.said());
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (int part = 0; part < parts; part++) {
            int from = at;
            while (at < portion.size() && Parts.of(portion.ranks()[at], parts) == part) {
                at++;
            }
            int size = at - from;
            long[] ranks = new long[size];
            int[] source = new int[size];
            int[] codes = new int[size * step];
            for (int i = 0; i < size; i++) {
                ranks[i] = portion.ranks()[from + i];
                source[i] = sources[portion.source()[from + i]];
                for (int s = 0; s < step; s++) {
                    codes[i * step + s] = to.get(vocabularyOf[s])[portion.codes()[(from + i) * step + s]];
                }
            }
            pieces.add(new Piece(portion.sequence(), ranks, portion.ids().slice(from, at), source, codes));
        }
        return pieces;
    }

    /** All that came to a part, in order; what has the same rank stays in the order of the tables. */
    static Rows of(int part, Iterable<Piece> arrived, int step) {
        List<Piece> pieces = new ArrayList<>();
        arrived.forEach(pieces::add);
        pieces.sort(Comparator.comparingInt(Piece::sequence));
        int size = pieces.stream().mapToInt(piece -> piece.source().length).sum();
        long[] ranks = new long[size];
        int[] order = new int[size];
        int[] pieceOf = new int[size];
        int[] within = new int[size];
        int at = 0;
        int bytes = 0;
        for (int p = 0; p < pieces.size(); p++) {
            Piece piece = pieces.get(p);
            bytes = Math.addExact(bytes, piece.ids().bytes().length);
            for (int i = 0; i < piece.ranks().length; i++) {
                ranks[at] = piece.ranks()[i];
                order[at] = at;
                pieceOf[at] = p;
                within[at++] = i;
            }
        }
        Radix.sort(ranks, order);
        byte[] letters = new byte[bytes];
        int[] ends = new int[size];
        int[] source = new int[size];
        int[] codes = new int[size * step];
        int end = 0;
        for (int i = 0; i < size; i++) {
            Piece piece = pieces.get(pieceOf[order[i]]);
            int row = within[order[i]];
            int length = piece.ids().length(row);
            System.arraycopy(piece.ids().bytes(), piece.ids().start(row), letters, end, length);
            end += length;
            ends[i] = end;
            source[i] = piece.source()[row];
            System.arraycopy(piece.codes(), row * step, codes, i * step, step);
        }
        return new Rows(part, new Texts(letters, ends), source, codes);
    }
}
