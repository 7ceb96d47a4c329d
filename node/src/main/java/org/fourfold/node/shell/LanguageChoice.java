package org.fourfold.node.shell;

import org.fourfold.node.frame.Language;

/** Told when a member switches the language, to keep it as their setting. Beans of this type are asked in turn. */
@FunctionalInterface
public interface LanguageChoice {

    void chosen(Viewer viewer, Language language);
}
