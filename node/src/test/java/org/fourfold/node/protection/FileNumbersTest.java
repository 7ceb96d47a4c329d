package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A number is six random characters: among 20,000 files, drawing one that is taken has happened. */
@Tag("database")
class FileNumbersTest {

    private final House house = new House();
    private final DrawsAgain random = new DrawsAgain();
    private final Protection protection =
            new Protection(house.test.database("protection"), house.keyring, InstantSource.system(), random);

    @AfterEach
    void close() {
        house.close();
    }

    /** Ids are random; the characters of numbers come in a known order, from its beginning again when asked. */
    private static final class DrawsAgain implements RandomGenerator {
        private final RandomGenerator ids = new SecureRandom();
        private Random numbers = new Random(1);

        void fromTheBeginning() {
            numbers = new Random(1);
        }

        @Override
        public long nextLong() {
            return ids.nextLong();
        }

        @Override
        public int nextInt(int bound) {
            return numbers.nextInt(bound);
        }
    }

    @Test
    void aFileWhoseNumberIsTakenGetsAnother() {
        CaseFile first = open();
        random.fromTheBeginning();
        CaseFile second = open();

        random.fromTheBeginning();
        assertThat(FileNumber.random(random)).isEqualTo(first.number());
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(protection.find(house.rosa, second.number().text()).readable())
                .singleElement()
                .satisfies(line -> assertThat(line.file().id()).isEqualTo(second.id()));
    }

    private CaseFile open() {
        return protection.open(house.rosa, protection.begin(house.rosa));
    }
}
