package org.fourfold.command;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A QR code in half blocks, two rows a line, dark on light whatever the terminal's colours. */
final class QrText {

    private static final int QUIET_MODULES = 2;
    private static final String BLACK_ON_WHITE = "\u001b[30;47m";
    private static final String PLAIN = "\u001b[0m";

    private QrText() {}

    static List<String> lines(String text) {
        BitMatrix code;
        try {
            code = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_MODULES));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < code.getHeight(); y += 2) {
            StringBuilder line = new StringBuilder(BLACK_ON_WHITE);
            for (int x = 0; x < code.getWidth(); x++) {
                boolean upper = code.get(x, y);
                boolean lower = y + 1 < code.getHeight() && code.get(x, y + 1);
                line.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
            }
            lines.add(line.append(PLAIN).toString());
        }
        return lines;
    }
}
