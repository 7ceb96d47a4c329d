package org.fourfold.node.protection.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.DeskItem;

/** A case file as its reader may see it: the safe-contact note first, then what is missing, then the rest. */
public record CasePage(
        String path,
        String owner,
        boolean mine,
        boolean open,
        boolean sealed,
        Instant openedAt,
        Optional<Instant> closedAt,
        boolean emergency,
        List<Row> contact,
        boolean contactShown,
        List<DeskItem> tasks,
        List<DeskItem> identification,
        List<Row> answers,
        List<Row> imported,
        List<NoteLine> notes,
        List<String> drafts,
        boolean mayNote,
        boolean mayClose,
        boolean mayErase,
        boolean maySeal,
        boolean mayPrint,
        List<Reader> readers,
        boolean readersShown,
        boolean stayShown,
        List<UrgentPage.Line> urgent,
        Optional<ClocksPage.Clock> nearest,
        List<FamilyPage.Line> family,
        String formKey) {}
