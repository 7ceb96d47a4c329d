package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/** Why a seal over who consulted is to be opened. */
public record SealReasonPage(String path, String back, List<Choice> reasons) {}
