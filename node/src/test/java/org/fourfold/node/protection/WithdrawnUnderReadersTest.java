package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.Consent.How;
import org.fourfold.node.registry.Organisation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * T9: consents are taken back under 16 readers who hand over without a pause. No handing over that began after a withdrawal
 * was acknowledged gives anything. {@code -Dfourfold.withdrawals=N} for more than a few.
 */
@Tag("database")
class WithdrawnUnderReadersTest {

    private static final int READERS = 16;
    private static final int WITHDRAWALS = Integer.getInteger("fourfold.withdrawals", 8);
    private static final Set<FieldGroup> NAME = Set.of(FieldGroup.IDENTITY);

    /** A handing over: when it began, in steps of one counter, and whether it gave something. */
    private record Read(long began, boolean given) {}

    private final House house = new House();
    private final AtomicLong steps = new AtomicLong();

    @Test
    void nothingIsReadForAnybodyOutsideOnceAWithdrawalIsAcknowledged() throws Exception {
        Organisation clinic = house.organisations.add(house.rosa, "Clínica Luna", RecipientKind.SERVICE);
        try (house;
                ExecutorService threads = Executors.newFixedThreadPool(READERS)) {
            long given = 0;
            for (int round = 0; round < WITHDRAWALS; round++) {
                CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
                house.consents.give(house.rosa, file, to(clinic), 30);
                AtomicLong acknowledged = new AtomicLong(Long.MAX_VALUE);
                List<Future<List<Read>>> readers = new ArrayList<>();
                for (int i = 0; i < READERS; i++) {
                    readers.add(threads.submit(reader(file, clinic, acknowledged)));
                }
                long begun = steps.get();
                while (steps.get() < begun + 2 * READERS) {
                    Thread.onSpinWait();
                }
                house.consents.withdraw(house.stranger, file, Optional.empty(), How.PHONE);
                long after = steps.incrementAndGet();
                acknowledged.set(after);
                for (Future<List<Read>> reader : readers) {
                    for (Read read : reader.get()) {
                        given += read.given() ? 1 : 0;
                        assertThat(read.given() && read.began() > after)
                                .as("read at %d after the withdrawal at %d", read.began(), after)
                                .isFalse();
                    }
                }
            }
            assertThat(given).as("nothing was read at all").isPositive();
        }
    }

    /** Reads until some reads began after the withdrawal. */
    private Callable<List<Read>> reader(CaseFileId file, Organisation clinic, AtomicLong acknowledged) {
        return () -> {
            List<Read> reads = new ArrayList<>();
            int after = 0;
            while (after < 2) {
                long began = steps.incrementAndGet();
                after += began > acknowledged.get() ? 1 : 0;
                Sharing sharing = house.consents.share(house.rosa, file, clinic, Purpose.PROTECTION, NAME);
                reads.add(new Read(began, sharing instanceof Sharing.Given));
            }
            return reads;
        };
    }

    private static Consent.Terms to(Organisation recipient) {
        return new Consent.Terms(
                recipient.id(), Purpose.PROTECTION, NAME, GivenBy.ADULT, How.PRESENT, "es", true, false);
    }
}
