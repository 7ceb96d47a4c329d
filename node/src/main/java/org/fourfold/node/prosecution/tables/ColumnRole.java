package org.fourfold.node.prosecution.tables;

import java.util.List;
import java.util.Optional;

/** What a column may be about, with the words that head such columns in Spanish and English, without accents. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of and never handed a mutable one
public enum ColumnRole {
    FULL_NAME("nombre completo|nombre y apellido|nombre y apellidos|nombres y apellidos|apellidos y nombres|nombre"
            + "|huesped|pasajero|titular|cliente|persona|full name|name|guest|passenger|holder|customer|person"),
    FIRST_NAME("nombres|primer nombre|nombre de pila|given name|first name|forename"),
    LAST_NAME("apellidos|apellido|primer apellido|apellido paterno|last name|surname|family name"),
    SECOND_SURNAME("segundo apellido|apellido materno|second surname|maternal surname"),
    ALIAS("alias|apodo|sobrenombre|conocido como|nickname|aka"),
    COMPANY("empresa|razon social|compania|sociedad|patrono|negocio|company|business|employer"),
    PHONE("telefono|telefonos|tel|tels|celular|cel|movil|whatsapp|phone|mobile|cell|telephone|msisdn"),
    CALLER("llamada de|llama|llamante|numero a|numero origen|numero de origen|numero que llama|origen|originante"
            + "|emisor|de|caller|calling number|from|a number|origin"),
    RECEIVER("llamada a|recibe|receptor|numero b|numero destino|numero de destino|numero marcado|destino|a"
            + "|receiver|called number|to|b number|destination|dialed"),
    DURATION("duracion|duracion segundos|segundos|tiempo|duration|seconds|length"),
    EMAIL("correo|correo electronico|email|e mail|mail"),
    ADDRESS("direccion|domicilio|residencia|address|lugar de residencia|home address"),
    COUNTRY("pais|country|pais de origen|country of origin"),
    NATIONALITY("nacionalidad|nationality|ciudadania|citizenship"),
    BIRTH_DATE(
            "fecha de nacimiento|fecha nacimiento|fecha nac|f nac|f nacimiento|nacimiento|fdn|date of birth|birth date|dob|born"),
    GENDER("sexo|genero|sex|gender"),
    ID_NUMBER("dpi|cui|dui|curp|ine|cedula|documento|no documento|numero de documento|documento de identidad"
            + "|identidad|identificacion|no de identidad|tarjeta de identidad|id|id number|identity number|document"),
    PASSPORT("pasaporte|passport|no pasaporte|numero de pasaporte|passport number"),
    TAX_NUMBER("nit|rtn|rfc|ruc|tax id|tax number"),
    IBAN("iban"),
    ACCOUNT("cuenta|no cuenta|numero de cuenta|cuenta bancaria|clabe|account|account number|bank account"),
    BANK("banco|institucion bancaria|bank"),
    PAYER("ordenante|remitente|pagador|envia|quien envia|sender|payer|remitter"),
    BENEFICIARY("beneficiario|destinatario|recibe|quien recibe|beneficiary|payee|recipient"),
    AMOUNT("monto|importe|valor|cantidad|amount|sum|value"),
    CURRENCY("moneda|divisa|currency"),
    PURPOSE("concepto|motivo|purpose|reference|detalle"),
    PLATE("placa|placas|no placa|numero de placa|matricula|plate|license plate|plate number|registration number"),
    VEHICLE("vehiculo|modelo|marca|marca y modelo|vehicle|model|make|car"),
    ROOM("habitacion|hab|no hab|no habitacion|cuarto|room|room number"),
    DATE_FROM(
            "entrada|fecha de entrada|fecha entrada|ingreso|fecha de ingreso|llegada|inicio|desde|check in|checkin|arrival|start"),
    DATE_TO("salida|fecha de salida|fecha salida|egreso|fin|hasta|check out|checkout|departure|end"),
    DATE("fecha|dia|fecha y hora|fecha hora|date|day|date time|datetime|timestamp"),
    TIME("hora|time|hora inicio"),
    OCCUPATION("ocupacion|profesion|oficio|puesto|cargo|occupation|profession|position|job"),
    NOTES("observaciones|observacion|notas|nota|comentarios|comentario|remarks|notes|comments");

    private final List<String> words;

    ColumnRole(String words) {
        this.words = List.of(words.split("\\|", -1));
    }

    /** A heading's words that speak for a role: all of it, or its beginning or end. */
    record Match(ColumnRole role, String words, boolean whole) {}

    /** The role whose longest words the heading holds; a heading that is exactly such words goes before. */
    static Optional<Match> of(String heading) {
        String plain = Words.plain(heading);
        String padded = " " + plain + " ";
        Match best = null;
        for (ColumnRole role : values()) {
            for (String word : role.words) {
                boolean whole = plain.equals(word);
                // Words of one or two letters mean something only when they stand alone.
                boolean within = word.length() > 2 && padded.contains(" " + word + " ");
                if ((whole || within) && isBetter(best, word, whole)) {
                    best = new Match(role, word, whole);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isBetter(@org.jspecify.annotations.Nullable Match best, String word, boolean whole) {
        if (best == null || (whole && !best.whole())) {
            return true;
        }
        return whole == best.whole() && word.length() > best.words().length();
    }
}
