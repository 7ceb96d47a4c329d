package org.fourfold.node.protection.htcds;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;

/**
 * Under which group each field is kept (docs/formats/htcds.md says why). LEGAL has none: it is the lawyer's own, whoever
 * imports may not write it, and the standard holds no legal advice.
 */
public final class Homes {

    private static final Map<FieldGroup, List<String>> BY_GROUP = byGroup();
    private static final Map<String, FieldGroup> BY_FIELD = byField();

    private Homes() {}

    /** A column that the standard does not know may hold anything: it goes where the fewest read. */
    public static FieldGroup of(String field) {
        return BY_FIELD.getOrDefault(field, FieldGroup.NARRATIVE);
    }

    /** Whether a cell may go out with these groups. A column of another system may hold a name: it needs both. */
    public static boolean goesOut(String field, Set<FieldGroup> groups) {
        return BY_FIELD.containsKey(field)
                ? groups.contains(of(field))
                : groups.contains(FieldGroup.NARRATIVE) && groups.contains(FieldGroup.IDENTITY);
    }

    /** The groups that have fields. */
    public static Set<FieldGroup> groups() {
        return Set.copyOf(BY_GROUP.keySet());
    }

    /** Every field that has a home of its own. */
    public static Map<String, FieldGroup> all() {
        return BY_FIELD;
    }

    private static Map<FieldGroup, List<String>> byGroup() {
        Map<FieldGroup, List<String>> homes = new EnumMap<>(FieldGroup.class);
        homes.put(
                FieldGroup.IDENTITY,
                names(
                        "prs_",
                        "Salutation FirstName MiddleName SecondName Birthdate Gender Deceased MaritalStatus Citizenship"
                                + " IdentityNumber Title"));
        homes.put(
                FieldGroup.CONTACT,
                names(
                        "prs_",
                        "Email HomePhone MobilePhone MailingCity MailingCountry MailingState MailingStreet"
                                + " MailingPostalCode MailingLongitude MailingLatitude"));
        homes.put(FieldGroup.SAFETY, List.of("vic_AgreementToManagePersonalData", "con_Consent"));
        homes.put(
                FieldGroup.NEEDS,
                together(List.of(
                        names("prs_", "NumberOfChildren PrimaryLanguage SecondaryLanguage HighestLevelOfEducation"),
                        names(
                                "cas_",
                                "Status ReasonForCaseClosure ReferringOrganisation IncomingReferralDate"
                                        + " ReferringPrimaryCaseWorker ReasonForIncomingReferral IncomingReferralDetails"
                                        + " ReferredOrganisation ReferredPrimaryCaseWorker ReasonForOutgoingReferral"
                                        + " OutgoingReferralDate OutgoingReferralDetails"),
                        names("spl_", "Objectives ActionPlan PlannedEndDate ActualEndDate Type"))));
        homes.put(FieldGroup.HEALTH, List.of("vic_Vulnerabilities", "vic_DetailsOfVulnerabilities"));
        homes.put(
                FieldGroup.NARRATIVE,
                together(List.of(
                        names(
                                "org_",
                                "Name ShippingCity ShippingCountry ShippingState ShippingStreet ShippingPostalCode"
                                        + " ShippingLongitude ShippingLatitude Phone Type"),
                        names(
                                "vic_",
                                "TraffickingStatus TraffickingStatusDecisionMakingOrg RelationshipToTrafficker"
                                        + " AgeWhenTrafficked RecruitmentWebsitesAndApps MethodOfRecruitment"
                                        + " LocationOfRecruitment MethodsOfControl TypeOfExploitation"
                                        + " ForcedLabourIndustry TypeOfSexExploitation LocationOfExploitation"
                                        + " ExploitationWebsitesAndApps"),
                        names(
                                "hte_",
                                "Longitude Latitude City Country State Street PostalCode Date Type Description"))));
        homes.put(FieldGroup.NOTES, List.of("cas_CaseOwner", "cco_CaseComment"));
        homes.put(FieldGroup.DURESS, names("per_", "RoleInProcess RoleDetails Organisation"));
        return homes;
    }

    private static Map<String, FieldGroup> byField() {
        Map<String, FieldGroup> homes = new HashMap<>();
        BY_GROUP.forEach((group, fields) -> fields.forEach(field -> homes.put(field, group)));
        return Map.copyOf(homes);
    }

    private static List<String> names(String prefix, String names) {
        return List.of(names.split(" ")).stream().map(name -> prefix + name).toList();
    }

    private static List<String> together(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
