package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalAddressTest {

    @Test
    void anAddressIsReadWithItsSpecialCharacters() {
        ExternalServer server =
                ExternalServer.parse("postgresql://owner:p%40ss%2Bw+rd@db.example:6000/four?sslmode=verify-full");

        assertThat(server.address())
                .isEqualTo(new DatabaseAddress("db.example", 6000, "four", Map.of("sslmode", "verify-full")));
        assertThat(server.signIn()).isEqualTo(new Credential("owner", "p@ss+w+rd"));
    }

    @Test
    void thePortMayBeLeftOut() {
        assertThat(ExternalServer.parse("jdbc:postgresql://o:p@h/d").address().port())
                .isEqualTo(5432);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db",
                "mysql://o:p@h/d",
                "postgresql://h/d",
                "postgresql://o@h/d",
                "postgresql://o:p@h/",
                "postgresql://o:p@h/d?socketFactory=evil",
                "postgresql://o:p@h/d?sslmode",
                "postgresql://o:p%zz@h/d"
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> ExternalServer.parse(url))
                .hasMessage("ground.external-url")
                .hasNoCause();
    }

    @Test
    void theScriptHoldsNoPassword() {
        DatabaseScript script = DatabaseScript.write(new Random(1));
        Credential owner = new Credential(Roles.OWNER, script.password());

        assertThat(script.sql()).contains("SCRAM-SHA-256$").doesNotContain(script.password());
        for (String user : Roles.users()) {
            assertThat(script.sql())
                    .contains(user)
                    .doesNotContain(DatabaseScript.derived(owner, user).password());
        }
        assertThat(script.toString()).doesNotContain(script.password());
    }
}
