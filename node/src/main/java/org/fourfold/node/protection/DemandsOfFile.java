package org.fourfold.node.protection;

import java.util.List;
import org.fourfold.node.frame.MemberId;

/**
 * The demands for what is in a file, the latest first.
 *
 * @param whole whether the reader may open them
 * @param lawyers who the file's lawyers are, as far as the reader may know
 * @param mayName whether the reader may name one
 */
public record DemandsOfFile(
        CaseFile file, List<DemandLine> demands, boolean whole, List<MemberId> lawyers, boolean mayName) {

    public DemandsOfFile {
        demands = List.copyOf(demands);
        lawyers = List.copyOf(lawyers);
    }
}
