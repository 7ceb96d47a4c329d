package org.fourfold.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The last strings may be taken back, as if they had never come. */
class ByteDictionaryForgetTest {

    @Test
    void itIsAStackWhateverIsPushedAndPopped() {
        SplittableRandom random = new SplittableRandom(9);
        ByteDictionary dictionary = new ByteDictionary();
        List<String> model = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            if (random.nextInt(50) == 0) {
                int kept = model.isEmpty() ? 0 : Math.max(0, model.size() - random.nextInt(40));
                dictionary.forget(kept);
                model.subList(kept, model.size()).clear();
            } else {
                String text = "w" + random.nextInt(3_000);
                int at = model.indexOf(text);
                if (at < 0) {
                    model.add(text);
                }
                assertThat(dictionary.code(text)).isEqualTo(at < 0 ? model.size() : at + 1);
            }
        }
        for (int word = 0; word < 3_000; word++) {
            assertThat(dictionary.find("w" + word)).isEqualTo(model.indexOf("w" + word) + 1);
        }
    }
}
