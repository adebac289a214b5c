package io.tidemark.collect.file.table;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Pulls elements out of XML that nobody vouches for: no document type, so no entities and nothing fetched from
/// elsewhere; bounded texts, attributes and names. Elements and attributes go by their local names, because writers
/// differ in their prefixes.
final class XmlPull implements Closeable {
    private static final Sentence HOSTILE = Sentence.of(
            "workbook_hostile",
            "The XML of the workbook declares or uses entities of its own, which no export does: nothing of it is"
                    + " read.");
    private static final Sentence CELL_TOO_LONG = Sentence.of(
            "workbook_cell_too_long",
            "A cell holds more than {most} characters, which no workbook can hold: download the file again.");
    private static final Sentence DAMAGED = Sentence.of(
            "workbook_damaged", "The workbook is truncated or damaged, or not a spreadsheet: download it again.");

    /// Workbooks hold at most 32,767 characters in a cell.
    private static final int LONGEST_TEXT = 1 << 17;

    private static final int MOST_BYTES_BETWEEN_EVENTS = 4 << 20;

    private final Source source;
    private final XMLStreamReader reader;
    private boolean ended;

    XmlPull(InputStream in) {
        source = new Source(in);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // These count every "&amp;" of a document, and end a large one; without a document type nothing else is left to
        // count.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        try {
            reader = factory.createXMLStreamReader(XmlText.decode(source));
        } catch (XMLStreamException | IOException e) {
            throw damaged(e);
        }
    }

    /// Goes to the next begin or end of an element; false at the end of the document, which has to be reached for the
    /// document to be known as complete.
    boolean next() {
        while (!ended) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> ended = true;
                default -> {
                    // Texts between elements, comments.
                }
            }
        }
        return false;
    }

    private int event() {
        source.renew();
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new ImportRefused("hostile_xml", HOSTILE.said());
        }
        return event;
    }

    boolean begins(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /// The attribute of the element that has just begun.
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /// The number in an attribute of the element that has just begun; the other one where the attribute is missing.
    int index(String name, int otherwise, int most) {
        String text = attribute(name);
        if (text == null) {
            return otherwise;
        }
        int number = number(text);
        if (number > most) {
            throw damaged(null);
        }
        return number;
    }

    /// A number that is not negative.
    static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw damaged(e);
        }
        throw damaged(null);
    }

    /// Goes to the end of the element that has just begun, and gathers the text inside; that of the elements with the
    /// given name is left out.
    String text(String leftOut) {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int silent = 0;
        while (depth > 0) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    silent += silent > 0 || begins(leftOut) ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    silent -= silent > 0 ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(text, silent == 0);
                default -> {
                    // Comments.
                }
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, boolean wanted) {
        if (!wanted) {
            return;
        }
        if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
            throw new ImportRefused("damaged_workbook", CELL_TOO_LONG.said(Map.of("most", Value.count(LONGEST_TEXT))));
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    long bytesRead() {
        return source.count;
    }

    @Override
    public void close() {
        try {
            reader.close();
            source.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportRefused damaged(@Nullable Throwable cause) {
        return new ImportRefused("damaged_workbook", DAMAGED.said(), cause);
    }

    /// Counts, and stops a parser that would gather an endless name or attribute before it says anything.
    private static final class Source extends FilterInputStream {
        private long count;
        private long renewedAt;

        Source(InputStream in) {
            super(in);
        }

        void renew() {
            renewedAt = count;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            counted(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            counted(Math.max(read, 0));
            return read;
        }

        private void counted(int read) {
            count += read;
            if (count - renewedAt > MOST_BYTES_BETWEEN_EVENTS) {
                throw damaged(null);
            }
        }
    }
}
