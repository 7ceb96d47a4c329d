package org.fourfold.node.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Copies a part of a workbook with some cells filled (ECMA-376 part 1, 18.3.1.4). Reads what {@link XmlPart} would take. */
final class SheetRewriter {

    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();
    private static final QName REFERENCE = new QName("r");
    private static final QName KIND = new QName("t");

    /** What stands behind the settings of reckoning in a workbook's main part (18.2.27). */
    private static final Set<String> BEHIND = Set.of(
            "oleSize",
            "customWorkbookViews",
            "pivotCaches",
            "smartTagPr",
            "smartTagTypes",
            "webPublishing",
            "fileRecoveryPr",
            "webPublishObjects",
            "extLst");

    private final Map<String, SheetTemplate.Value> cells;

    SheetRewriter(Map<String, SheetTemplate.Value> cells) {
        this.cells = cells;
    }

    /** A sheet, by the places of its cells: {@code B7}. */
    void rewrite(InputStream from, OutputStream to) throws IOException {
        copying(from, to, (reader, writer) -> {
            while (reader.hasNext()) {
                XMLEvent event = reader.nextEvent();
                if (isStart(event, "c")) {
                    cell(event.asStartElement(), rest(reader), writer);
                } else {
                    writer.add(event);
                }
            }
        });
    }

    /** The main part, with the wish that formulas be reckoned anew when it is opened. */
    static void reckonAnew(InputStream from, OutputStream to) throws IOException {
        copying(from, to, (reader, writer) -> {
            boolean said = false;
            while (reader.hasNext()) {
                XMLEvent event = reader.nextEvent();
                if (isStart(event, "calcPr")) {
                    StartElement old = event.asStartElement();
                    event = start(old, with(old, "fullCalcOnLoad", "1"));
                    said = true;
                } else if (!said && endsBefore(event)) {
                    String space = namespace(event);
                    writer.add(EVENTS.createStartElement(prefix(event), space, "calcPr"));
                    writer.add(EVENTS.createAttribute("fullCalcOnLoad", "1"));
                    writer.add(EVENTS.createEndElement(prefix(event), space, "calcPr"));
                    said = true;
                }
                writer.add(event);
            }
        });
    }

    private static boolean endsBefore(XMLEvent event) {
        return (event.isStartElement()
                        && BEHIND.contains(event.asStartElement().getName().getLocalPart()))
                || (event.isEndElement()
                        && event.asEndElement().getName().getLocalPart().equals("workbook"));
    }

    private static String namespace(XMLEvent event) {
        return name(event).getNamespaceURI();
    }

    private static String prefix(XMLEvent event) {
        return name(event).getPrefix();
    }

    private static QName name(XMLEvent event) {
        return event.isStartElement()
                ? event.asStartElement().getName()
                : event.asEndElement().getName();
    }

    /** What belongs to a cell, without its end. */
    private static List<XMLEvent> rest(XMLEventReader reader) throws XMLStreamException {
        List<XMLEvent> rest = new ArrayList<>();
        while (true) {
            XMLEvent event = reader.nextEvent();
            if (event.isEndElement()
                    && event.asEndElement().getName().getLocalPart().equals("c")) {
                return rest;
            }
            rest.add(event);
        }
    }

    private void cell(StartElement cell, List<XMLEvent> rest, XMLEventWriter writer) throws XMLStreamException {
        QName name = cell.getName();
        Optional<SheetTemplate.Value> value = Optional.ofNullable(cell.getAttributeByName(REFERENCE))
                .map(Attribute::getValue)
                .map(cells::get);
        if (value.isPresent()) {
            fill(cell, value.get(), writer);
        } else {
            writer.add(cell);
            boolean formula = rest.stream().anyMatch(event -> isStart(event, "f"));
            for (XMLEvent event : formula ? withoutValue(rest) : rest) {
                writer.add(event);
            }
        }
        writer.add(EVENTS.createEndElement(name.getPrefix(), name.getNamespaceURI(), name.getLocalPart()));
    }

    private static void fill(StartElement cell, SheetTemplate.Value value, XMLEventWriter writer)
            throws XMLStreamException {
        switch (value) {
            case SheetTemplate.Value.Whole(long number) -> {
                writer.add(start(cell, without(cell, KIND)));
                text(cell, List.of("v"), Long.toString(number), writer);
            }
            case SheetTemplate.Value.Words(String words) -> {
                writer.add(start(cell, with(cell, "t", "inlineStr")));
                text(cell, List.of("is", "t"), words, writer);
            }
        }
    }

    private static void text(StartElement like, List<String> within, String text, XMLEventWriter writer)
            throws XMLStreamException {
        String prefix = like.getName().getPrefix();
        String space = like.getName().getNamespaceURI();
        for (String name : within) {
            writer.add(EVENTS.createStartElement(prefix, space, name));
        }
        if (within.getLast().equals("t")) {
            writer.add(EVENTS.createAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve"));
        }
        writer.add(EVENTS.createCharacters(text));
        for (String name : within.reversed()) {
            writer.add(EVENTS.createEndElement(prefix, space, name));
        }
    }

    /** What a formula gave before. */
    private static List<XMLEvent> withoutValue(List<XMLEvent> rest) {
        List<XMLEvent> kept = new ArrayList<>();
        boolean within = false;
        for (XMLEvent event : rest) {
            within |= isStart(event, "v");
            if (!within) {
                kept.add(event);
            }
            within &= !(event.isEndElement()
                    && event.asEndElement().getName().getLocalPart().equals("v"));
        }
        return kept;
    }

    private static boolean isStart(XMLEvent event, String name) {
        return event.isStartElement()
                && event.asStartElement().getName().getLocalPart().equals(name);
    }

    private static StartElement start(StartElement like, List<Attribute> attributes) {
        QName name = like.getName();
        return EVENTS.createStartElement(
                name.getPrefix(),
                name.getNamespaceURI(),
                name.getLocalPart(),
                attributes.iterator(),
                like.getNamespaces());
    }

    private static List<Attribute> without(StartElement element, QName name) {
        List<Attribute> kept = new ArrayList<>();
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            Attribute one = all.next();
            if (!one.getName().equals(name)) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static List<Attribute> with(StartElement element, String name, String value) {
        List<Attribute> all = without(element, new QName(name));
        all.add(EVENTS.createAttribute(name, value));
        return all;
    }

    /** Copies from one to another, changed. */
    @FunctionalInterface
    private interface Copying {
        void copy(XMLEventReader reader, XMLEventWriter writer) throws XMLStreamException;
    }

    private static void copying(InputStream from, OutputStream to, Copying work) throws IOException {
        XMLInputFactory in = XMLInputFactory.newDefaultFactory();
        in.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        in.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLEventReader reader = in.createXMLEventReader(from);
            XMLEventWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLEventWriter(to, StandardCharsets.UTF_8.name());
            work.copy(reader, writer);
            writer.flush();
        } catch (XMLStreamException e) {
            throw new ProblemException(Problem.of("tables.damaged"));
        }
    }
}
