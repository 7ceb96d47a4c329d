package org.fourfold.node.shell;

import java.time.ZoneId;
import java.util.Set;
import org.fourfold.node.frame.Language;

/**
 * What the pages must know of the organisation whose node this is. Asked at each request, for the first visit sets it.
 * One bean, made where the application is wired.
 */
public interface House {

    /** The organisation's name; empty before the first visit set it. */
    String organisationName();

    /** Whether all data are invented. Every page of such a house says so. */
    boolean demonstration();

    /** Where the organisation's days begin and end. */
    ZoneId zone();

    /** The language for a visitor who asks for neither. */
    Language language();

    /** The rooms this kind of organisation has. A room that is not here has no menu and answers no path. */
    Set<Room> rooms();
}
