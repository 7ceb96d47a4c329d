package org.fourfold.node.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * One XML part of a workbook, read from its start to its end. No DTD and no entity but the five of XML: what would need them
 * is refused. Names are compared without their namespace, for the two editions of the format differ in it alone.
 */
final class XmlPart implements AutoCloseable {

    private final XMLStreamReader reader;
    private final InputStream stream;

    XmlPart(InputStream stream) {
        this.stream = stream;
        // The JDK's own, whatever else lies on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            this.reader = factory.createXMLStreamReader(new ShortTags(stream));
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** The next event of {@link XMLStreamConstants}. */
    int next() {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new ProblemException(Problem.of("tables.damaged"));
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged(e);
        } catch (RuntimeException e) {
            // The JDK's parser hands a fault of its source on in wrappings of its own.
            throw told(e);
        }
    }

    boolean hasNext() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    String name() {
        return reader.getLocalName();
    }

    Optional<String> attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    boolean isTrue(String name) {
        return attribute(name)
                .filter(said -> said.equals("1") || said.equals("true"))
                .isPresent();
    }

    int number(String name, int otherwise) {
        try {
            return attribute(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.of("tables.damaged"));
        }
    }

    /** Adds the text that stands here. */
    void text(StringBuilder into) {
        into.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private static ProblemException damaged(XMLStreamException fault) {
        return known(fault).orElseGet(() -> new ProblemException(Problem.of("tables.damaged")));
    }

    private static RuntimeException told(RuntimeException fault) {
        Optional<ProblemException> known = known(fault);
        return known.isPresent() ? known.get() : fault;
    }

    private static Optional<ProblemException> known(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return Optional.of(known);
            }
            if (cause instanceof XMLStreamException xml && xml.getNestedException() instanceof ProblemException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException("the part could not be closed", e);
        } finally {
            stream.close();
        }
    }

    /** A parser keeps a tag and a text whole in memory: none may be longer than the limit. */
    private static final class ShortTags extends FilterInputStream {

        private int since;

        ShortTags(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                seen((byte) one);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            for (int i = from; i < from + some; i++) {
                seen(into[i]);
            }
            return some;
        }

        private void seen(byte one) {
            since = one == '<' ? 0 : since + 1;
            if (since > TableLimits.TAG_BYTES_MAX) {
                throw new ProblemException(Problem.of("tables.swells"));
            }
        }
    }
}
