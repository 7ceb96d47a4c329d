package org.fourfold.node.prevention;

import java.util.UUID;

/**
 * An incident with its place in the house.
 *
 * @param id random
 * @param importId the import it came with
 * @param row the line of that file it stood in
 */
public record StoredIncident(UUID id, ImportId importId, long row, Incident incident) {}
