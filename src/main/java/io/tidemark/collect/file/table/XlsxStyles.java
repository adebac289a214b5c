package io.tidemark.collect.file.table;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/// Which cell styles of an `.xlsx` workbook show a number as a date.
final class XlsxStyles {
    static final XlsxStyles NONE = new XlsxStyles(new BitSet());

    private final BitSet dates;

    private XlsxStyles(BitSet dates) {
        this.dates = dates;
    }

    static XlsxStyles read(InputStream in) {
        Map<Integer, String> own = new HashMap<>();
        List<Integer> ofStyles = new ArrayList<>();
        try (XmlPull xml = new XmlPull(in)) {
            boolean cells = false;
            while (xml.next()) {
                if (xml.begins("numFmt")) {
                    String code = xml.attribute("formatCode");
                    own.put(format(xml), code == null ? "" : code);
                } else if (xml.begins("cellXfs") || xml.ends("cellXfs")) {
                    cells = xml.begins("cellXfs");
                } else if (cells && xml.begins("xf")) {
                    ofStyles.add(format(xml));
                }
            }
        }
        BitSet dates = new BitSet();
        for (int style = 0; style < ofStyles.size(); style++) {
            int format = ofStyles.get(style);
            String code = own.get(format);
            dates.set(style, isDate(format, code));
        }
        return new XlsxStyles(dates);
    }

    private static int format(XmlPull xml) {
        return xml.index("numFmtId", 0, Short.MAX_VALUE);
    }

    private static boolean isDate(int format, @Nullable String own) {
        String code = own == null ? BuiltinFormats.getBuiltinFormat(format) : own;
        return code != null && DateUtil.isADateFormat(format, code);
    }

    boolean isDate(int style) {
        return dates.get(style);
    }
}
