package org.fourfold.linkage.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.fourfold.linkage.model.FieldKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read on bytes is what is read the long way. */
class PlainCellsTest {

    private static final String[] SHAPES = {
        "dddd-dddd",
        "dddddddd",
        "+502 dddd dddd",
        "502dddddddd",
        "044dddddddddd",
        "521dddddddddd",
        "dddd dddd",
        "ddd",
        "dddddddddd",
        "0ddddddd",
        "-",
        " - ",
        "dddd-dd-dd",
        "19dd-0d-dd",
        "20dd-1d-dd",
        "19dd",
        "20dd",
        "dddd",
        "18dd",
        "19dd-dd-3d",
        "19dd-01-01",
        "ddddddddddddd",
        "dddd ddddd dddd",
        "dddd-dddd-ddddd",
        "d",
        "x",
        "19dd/0d/dd",
        "Addd-d"
    };

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "NUMBER", "DATE"})
    void whatIsReadOnBytesIsWhatIsReadTheLongWay(FieldKind kind) {
        SplittableRandom random = new SplittableRandom(5);
        PlainCells plain = new PlainCells(kind);
        byte[] out = new byte[PlainCells.BYTES_MAX];
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            String cell = filled(SHAPES[i % SHAPES.length], random);
            byte[] bytes = (" " + cell + "7").getBytes(StandardCharsets.UTF_8);
            int size = plain.read(bytes, 1, bytes.length - 1, out);
            if (size != PlainCells.OTHER) {
                read++;
                assertThat(new String(out, 0, size, StandardCharsets.UTF_8))
                        .as(cell)
                        .isEqualTo(Normalisers.of(kind, true).apply(cell));
            }
        }
        assertThat(read).isGreaterThan(5_000);
    }

    private static String filled(String shape, SplittableRandom random) {
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < shape.length(); i++) {
            char sign = shape.charAt(i);
            cell.append(sign == 'd' ? (char) ('0' + random.nextInt(10)) : sign);
        }
        return cell.toString();
    }
}
