package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("database")
@ExtendWith(TestDatabases.class)
class TestBedTest {

    private static final Actor ACTOR = new Actor(
            new MemberId(new UUID(1, 1)), Role.CASEWORKER, Purpose.PROTECTION, new OrganisationId(new UUID(2, 2)));
    private static final EventType SEEN = new EventType("test.seen");

    private final TestDatabase test;

    TestBedTest(TestDatabase test) {
        this.test = test;
    }

    @Test
    void whatIsDoneAsAMemberIsRecordedWithMemberAndModule() {
        Database database = test.database("protection");

        database.write(ACTOR, tx -> {
            tx.record(Event.of(SEEN));
            return 0;
        });

        var row = test.database("trust")
                .asNode(tx -> tx.sql("SELECT module, member FROM trust.event WHERE type = 'test.seen'")
                        .one((rs, n) -> rs.getString("module") + " " + rs.getString("member")));
        assertThat(row).isEqualTo("fourfold_protection " + new UUID(1, 1));
    }

    @Test
    void workThatRecordsNothingIsNotCommitted() {
        test.owner("CREATE TABLE trust.scratch (n int); GRANT ALL ON trust.scratch TO fourfold_protection");
        Database database = test.database("protection");

        assertThatThrownBy(() -> database.write(
                        ACTOR,
                        tx -> tx.sql("INSERT INTO trust.scratch VALUES (1)").update()))
                .isInstanceOf(IllegalStateException.class);

        long rows = database.asNode(
                tx -> tx.sql("SELECT count(*) FROM trust.scratch").one((rs, n) -> rs.getLong(1)));
        assertThat(rows).isZero();
    }
}
