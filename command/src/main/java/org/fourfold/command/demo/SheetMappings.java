package org.fourfold.command.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.command.demo.InventedSheet.Kind;
import org.fourfold.node.prosecution.tables.DateOrder;
import org.fourfold.node.prosecution.tables.EntityMapping;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.PropertyMapping;

/**
 * The mappings by which the invented sheets are brought in, one a kind, kept under its name for the visitor's own imports.
 * Each telephone number is claimed of whoever gave it, once.
 */
final class SheetMappings {

    private static final String COUNTRY = "gt";
    private static final String PERSON = "person";

    private SheetMappings() {}

    /** For headings in the first row of the sheet that is seen. */
    static Mapping of(Kind kind) {
        Map<String, EntityMapping> entities = switch (kind) {
            case HOTEL -> hotel();
            case BUS -> bus();
            case CALLS -> calls();
            case CHAT -> chat();
            case VEHICLES -> vehicles();
            case COMPANIES -> companies();
            case ARRESTS -> arrests();
        };
        return new Mapping(
                name(kind),
                Optional.empty(),
                1,
                Optional.of(DateOrder.DMY),
                Optional.of(COUNTRY),
                Optional.empty(),
                false,
                entities);
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case HOTEL -> "Registro de hotel";
            case BUS -> "Lista de pasajeros";
            case CALLS -> "Registro de llamadas";
            case CHAT -> "Chat exportado";
            case VEHICLES -> "Vehículos";
            case COMPANIES -> "Empresas";
            case ARRESTS -> "Libro de detenciones";
        };
    }

    private static Map<String, EntityMapping> hotel() {
        EntityMapping guest = entity(
                "Person",
                List.of("Nombre completo", "Documento"),
                columns("name=Nombre completo", "idNumber=Documento", "phone=Teléfono", "notes=Observaciones"));
        Map<String, PropertyMapping> stay = columns("startDate=Entrada", "endDate=Salida");
        stay.put("name", PropertyMapping.of(new PropertyMapping.Source.Template("Habitación {Hab.}")));
        stay.put("involved", PropertyMapping.entity(PERSON).needed());
        return ordered(PERSON, guest, "stay", once("Event", stay));
    }

    private static Map<String, EntityMapping> bus() {
        EntityMapping passenger = entity("Person", List.of("Pasajero"), columns("name=Pasajero", "phone=Teléfono"));
        Map<String, PropertyMapping> trip = columns("date=Fecha");
        trip.put(
                "name",
                PropertyMapping.of(new PropertyMapping.Source.Template("Viaje a {Destino}, asiento {Asiento}")));
        trip.put("involved", PropertyMapping.entity(PERSON).needed());
        return ordered(PERSON, passenger, "trip", once("Event", trip));
    }

    private static Map<String, EntityMapping> calls() {
        Map<String, EntityMapping> entities = new LinkedHashMap<>();
        entities.put("caller", entity("LegalEntity", List.of("Número origen"), columns("phone=Número origen")));
        entities.put("receiver", entity("LegalEntity", List.of("Número destino"), columns("phone=Número destino")));
        Map<String, PropertyMapping> call = columns("duration=Segundos");
        call.put(
                "date",
                PropertyMapping.of(new PropertyMapping.Source.Columns(List.of("Fecha", "Hora"), Optional.of(" "))));
        call.put("caller", PropertyMapping.entity("caller").needed());
        call.put("receiver", PropertyMapping.entity("receiver").needed());
        entities.put("call", once("Call", call));
        return entities;
    }

    private static Map<String, EntityMapping> chat() {
        EntityMapping sender = entity("Person", List.of("De", "Teléfono"), columns("name=De", "phone=Teléfono"));
        Map<String, PropertyMapping> message = columns("date=Fecha", "bodyText=Mensaje");
        message.put("sender", PropertyMapping.entity(PERSON).needed());
        return ordered(PERSON, sender, "message", once("Message", message));
    }

    private static Map<String, EntityMapping> vehicles() {
        Map<String, EntityMapping> entities = ordered(
                "vehicle",
                entity("Vehicle", List.of("Placa"), columns("registrationNumber=Placa", "model=Vehículo")),
                PERSON,
                entity("Person", List.of("Titular"), columns("name=Titular", "phone=Teléfono")));
        entities.put("holder", link("vehicle", "Titular"));
        return entities;
    }

    private static Map<String, EntityMapping> companies() {
        Map<String, EntityMapping> entities = ordered(
                "company",
                entity(
                        "Company",
                        List.of("Empresa", "NIT"),
                        columns("name=Empresa", "taxNumber=NIT", "phone=Teléfono", "address=Dirección")),
                PERSON,
                entity("Person", List.of("Representante"), columns("name=Representante")));
        entities.put("representative", link("company", "Representante"));
        return entities;
    }

    private static Map<String, EntityMapping> arrests() {
        EntityMapping arrested = entity(
                "Person",
                List.of("Nombre completo", "Fecha de nacimiento"),
                columns("name=Nombre completo", "alias=Alias", "birthDate=Fecha de nacimiento", "notes=Observaciones"));
        Map<String, PropertyMapping> arrest = columns("date=Fecha", "summary=Motivo");
        arrest.put("name", PropertyMapping.of(new PropertyMapping.Source.Template("Detención: {Motivo}")));
        arrest.put("involved", PropertyMapping.entity(PERSON).needed());
        return ordered(PERSON, arrested, "arrest", once("Event", arrest));
    }

    /** That the row names both, and what its heading calls the person; no more. */
    private static EntityMapping link(String to, String role) {
        Map<String, PropertyMapping> link = new LinkedHashMap<>();
        link.put("subject", PropertyMapping.entity(PERSON).needed());
        link.put("object", PropertyMapping.entity(to).needed());
        link.put("role", PropertyMapping.of(new PropertyMapping.Source.Literal(role)));
        return once("UnknownLink", link);
    }

    private static Map<String, EntityMapping> ordered(
            String first, EntityMapping one, String second, EntityMapping other) {
        Map<String, EntityMapping> entities = new LinkedHashMap<>();
        entities.put(first, one);
        entities.put(second, other);
        return entities;
    }

    private static EntityMapping once(String schema, Map<String, PropertyMapping> properties) {
        return entity(schema, List.of(EntityMapping.ROW), properties);
    }

    private static EntityMapping entity(String schema, List<String> keys, Map<String, PropertyMapping> properties) {
        return new EntityMapping(schema, keys, Optional.empty(), properties);
    }

    /** Each written as {@code property=column}. */
    private static Map<String, PropertyMapping> columns(String... pairs) {
        Map<String, PropertyMapping> properties = new LinkedHashMap<>();
        for (String pair : pairs) {
            int at = pair.indexOf('=');
            properties.put(pair.substring(0, at), PropertyMapping.column(pair.substring(at + 1)));
        }
        return properties;
    }
}
