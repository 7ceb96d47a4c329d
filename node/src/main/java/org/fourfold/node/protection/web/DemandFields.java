package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/** The form in which a demand is written down. */
public record DemandFields(
        List<Choice> askers, List<Choice> authorities, List<Choice> groups, List<Choice> arrivals, DemandForm typed) {}
