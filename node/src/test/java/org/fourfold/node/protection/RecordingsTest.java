package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.Spoken.Recording;
import org.fourfold.node.registry.Organisation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the house says can be heard; who agreed to something says so in their voice, if they want. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsTest {

    private static final byte[] OGG = bytes("OggS Canaria sonora");

    private final House house = new House();
    private final Spoken spoken = house.spoken;
    private final Organisation clinic = house.organisations.add(house.rosa, "Clínica Luna", RecipientKind.SERVICE);

    @AfterAll
    void close() {
        house.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Recording latest(Spoken.Text text, String language) {
        return spoken.all(house.night).stream()
                .filter(one -> one.text() == text && one.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstBytesSayWhatARecordingIs() {
        assertThat(Sound.of(OGG).type()).isEqualTo(Sound.Type.OGG);
        assertThat(Sound.of(bytes("RIFF1234WAVEfmt ")).type()).isEqualTo(Sound.Type.WAV);
        assertThat(Sound.of(bytes("\0\0\0\30ftypM4A \0\0")).type()).isEqualTo(Sound.Type.M4A);
        assertThat(Sound.of(bytes("ID3\4 something more")).type()).isEqualTo(Sound.Type.MP3);
        assertThat(Sound.of(bytes("\u00ff\u00fb\u0090 something")).type()).isEqualTo(Sound.Type.MP3);
        for (String other : List.of(
                "", "OggS", "<html><script>alert(1)</script>", "RIFF1234AVI LIST", "\u00ff\u00f1P an ADTS frame")) {
            assertThatThrownBy(() -> Sound.of(bytes(other))).isInstanceOf(ProblemException.class);
        }
        byte[] longest = Arrays.copyOf(OGG, Sound.BYTES_MAX + 1);
        assertThatThrownBy(() -> Sound.of(longest))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        fault -> assertThat(fault.problems().getFirst().code()).isEqualTo("protection.sound-long"));
    }

    @Test
    void aSupervisorRecordsAndTheHousePlaysTheLatest() {
        spoken.add(house.supervisor, Spoken.Text.RIGHTS, "mam", Sound.of(OGG));
        Recording before = latest(Spoken.Text.RIGHTS, "mam");
        house.later(Duration.ofMinutes(1));
        spoken.add(house.supervisor, Spoken.Text.RIGHTS, "mam", Sound.of(bytes("RIFF1234WAVEfmt ")));
        Recording latest = latest(Spoken.Text.RIGHTS, "mam");

        assertThat(latest.played()).isTrue();
        assertThat(spoken.all(house.rosa))
                .filteredOn(one -> one.id().equals(before.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.played()).isFalse());
        assertThat(spoken.play(house.night, before.id()).bytes()).isEqualTo(OGG);
        assertThat(spoken.play(house.night, latest.id()).type()).isEqualTo(Sound.Type.WAV);
        assertThat(house.count("SELECT count(*) FROM protection.spoken WHERE position(convert_to('Canaria', 'UTF8')"
                        + " IN ciphertext) > 0"))
                .isZero();

        spoken.takeAway(house.supervisor, latest.id());
        assertThat(spoken.all(house.rosa)).noneMatch(one -> one.language().equals("mam") && one.played());

        assertThatThrownBy(() -> spoken.add(house.rosa, Spoken.Text.RIGHTS, "mam", Sound.of(OGG)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> spoken.all(house.lawyer)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> spoken.play(house.rosa, UUID.randomUUID())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> spoken.add(house.supervisor, Spoken.Text.RIGHTS, "sign", Sound.of(OGG)))
                .isInstanceOf(ProblemException.class);
    }

    private CaseFileId agreed(Optional<UUID> heard) {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        Consent.Terms terms = new Consent.Terms(
                clinic.id(),
                Purpose.PROTECTION,
                Set.of(FieldGroup.IDENTITY),
                GivenBy.ADULT,
                Consent.How.PRESENT,
                "quc",
                true,
                false,
                heard);
        house.consents.give(house.rosa, file, terms, 30);
        return file;
    }

    @Test
    void aConsentSaysWhichRecordingWasHeard() {
        spoken.add(house.supervisor, Spoken.Text.CONSENT, "quc", Sound.of(OGG));
        UUID heard = latest(Spoken.Text.CONSENT, "quc").id();
        CaseFileId file = agreed(Optional.of(heard));
        assertThat(house.consents
                        .of(house.rosa, file)
                        .consents()
                        .getFirst()
                        .terms()
                        .heard())
                .contains(heard);
    }

    @Test
    void aYesIsHeardByWhoMaySeeTheConsentsAndGoesWithTheFile() {
        CaseFileId file = agreed(Optional.empty());
        ConsentId consent =
                house.consents.of(house.rosa, file).consents().getFirst().id();
        assertThat(house.consents.of(house.rosa, file).voiced()).isEmpty();
        assertThatThrownBy(() -> house.consents.voice(house.rosa, file, consent))
                .isInstanceOf(RefusedException.class);

        house.consents.addVoice(house.rosa, file, consent, Sound.of(OGG));

        assertThat(house.consents.of(house.rosa, file).voiced()).containsExactly(consent);
        assertThat(house.consents.voice(house.teamMate, file, consent).bytes()).isEqualTo(OGG);
        assertThatThrownBy(() -> house.consents.voice(house.stranger, file, consent))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> house.consents.addVoice(house.rosa, file, consent, Sound.of(OGG)))
                .isInstanceOf(ProblemException.class);
        CaseFileId another = agreed(Optional.empty());
        assertThatThrownBy(() ->
                        house.consents.addVoice(house.rosa, another, ConsentId.random(House.RANDOM), Sound.of(OGG)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> house.consents.voice(house.rosa, another, consent))
                .isInstanceOf(RefusedException.class);
        assertThat(house.count("SELECT count(*) FROM protection.consent_voice WHERE position("
                        + "convert_to('Canaria', 'UTF8') IN ciphertext) > 0"))
                .isZero();

        house.protection.erase(house.rosa, file);
        assertThat(house.count("SELECT count(*) FROM protection.consent_voice WHERE file = '" + file + "'"))
                .isZero();
    }
}
