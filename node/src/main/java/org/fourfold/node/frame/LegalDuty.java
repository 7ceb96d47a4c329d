package org.fourfold.node.frame;

import java.util.Set;

/**
 * A named duty to hand something over, as a lawyer here found it.
 *
 * @param article the law's own citation
 * @param scope the groups it reaches, as narrowed by the lawyer
 * @param approvedByLawyer whether a lawyer of this organisation found that it binds
 * @param personTold whether the person was told before; a court may forbid that, which {@code tellingForbidden} says
 */
public record LegalDuty(
        String article, Set<FieldGroup> scope, boolean approvedByLawyer, boolean personTold, boolean tellingForbidden) {

    public LegalDuty {
        scope = Set.copyOf(scope);
        if (article.isBlank()) {
            throw new IllegalArgumentException("a duty names its article");
        }
    }
}
