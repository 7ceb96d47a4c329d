package org.fourfold.node.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** What the styles of a workbook make of its numbers: plain ones, days, moments, times (ECMA-376 part 1, 18.8.30). */
final class CellStyles {

    static final CellStyles NONE = new CellStyles(List.of());

    /** What a number is shown as. */
    enum Shape {
        PLAIN,
        DAY,
        MOMENT,
        TIME
    }

    private final List<Shape> shapes;

    private CellStyles(List<Shape> shapes) {
        this.shapes = shapes;
    }

    static CellStyles read(XmlPart part) throws IOException {
        Map<Integer, Shape> own = new HashMap<>();
        List<Integer> formats = new ArrayList<>();
        boolean cells = false;
        try (part) {
            while (part.hasNext()) {
                int event = part.next();
                if (event == XMLStreamConstants.END_ELEMENT && part.name().equals("cellXfs")) {
                    cells = false;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (part.name()) {
                        case "numFmt" ->
                            own.put(
                                    part.number("numFmtId", 0),
                                    shapeOf(part.attribute("formatCode").orElse("")));
                        case "cellXfs" -> cells = true;
                        case "xf" -> {
                            if (cells) {
                                formats.add(part.number("numFmtId", 0));
                            }
                        }
                        default -> {}
                    }
                    if (Math.max(formats.size(), own.size()) > TableLimits.STYLES_MAX) {
                        throw new ProblemException(Problem.of("tables.damaged"));
                    }
                }
            }
        }
        return new CellStyles(formats.stream()
                .map(format -> own.getOrDefault(format, builtIn(format)))
                .toList());
    }

    /** The shape of a cell's style; a style that there is none of is plain. */
    Shape shape(int style) {
        return style >= 0 && style < shapes.size() ? shapes.get(style) : Shape.PLAIN;
    }

    /** The formats that a workbook does not write out; 27 to 36 and 50 to 58 are days in the East Asian editions. */
    private static Shape builtIn(int format) {
        return switch (format) {
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> Shape.DAY;
            case 22 -> Shape.MOMENT;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> Shape.TIME;
            default -> Shape.PLAIN;
        };
    }

    /** Of a format in a workbook's own words: only letters outside quotes and brackets count, and of the first part only. */
    static Shape shapeOf(String code) {
        String bare = code.replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\\\.", "")
                .replaceAll("[_*].", "")
                .replaceAll("\\[(?![hmsHMS]+\\])[^\\]]*\\]", "")
                .toLowerCase(Locale.ROOT)
                .replace("am/pm", "h")
                .replace("a/p", "h");
        int next = bare.indexOf(';');
        String first = next < 0 ? bare : bare.substring(0, next);
        boolean time = first.matches(".*[hs].*") || first.contains("[m");
        boolean day = first.contains("y") || first.contains("d");
        boolean month = first.contains("m") && !time;
        if (day && time) {
            return Shape.MOMENT;
        }
        if (day || month) {
            return Shape.DAY;
        }
        return time ? Shape.TIME : Shape.PLAIN;
    }
}
