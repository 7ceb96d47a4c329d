/**
 * What everybody in the house may read: places, that is countries and first-level regions with their ISO 3166 codes,
 * names in both languages and outlines; and code lists of standards that other systems exchange ({@link
 * org.fourfold.node.registry.Htcds}), with the attribution that their licences ask for. And what the rooms have in
 * common without importing one another: {@link org.fourfold.node.registry.Figures}, the totals that a room offers to be
 * published.
 *
 * <p>It promises the same answer for the same edition of the places, and says which edition. It refuses to guess: a name
 * that fits two places fits none, and a point at sea lies in no region. It holds nothing about persons.
 *
 * <p>Start reading at {@link org.fourfold.node.registry.Registry}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "ground", "trust", "shell"})
package org.fourfold.node.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
