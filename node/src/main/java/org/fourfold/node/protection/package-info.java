/**
 * People in care: their case files, kept so that only those who help them read them.
 *
 * <p>It promises: what a person told stands encrypted under that file's own key, behind the one decision
 * ({@link org.fourfold.node.frame.Decisions}) and again behind row security; every view, search, refusal and print is an
 * event; nothing typed is lost; an erased file opens nowhere any more. It refuses: to tell whether a sealed file exists,
 * to search without a purpose, to keep anything a person told in clear, to be imported by any other module.
 *
 * <p>A file is about one person. Start reading at {@link org.fourfold.node.protection.Protection}.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"frame", "ground", "trust", "shell", "access", "registry", "tables"})
package org.fourfold.node.protection;

import org.jspecify.annotations.NullMarked;
