package org.fourfold.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every model file that is shipped is named, can be read, and says what it is for. */
class ShippedModelsTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/fourfold/linkage/model");

    @Test
    void everyModelFileIsNamed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(ShippedModels.NAMES.stream()
                            .map(name -> name + ShippedModels.ENDING)
                            .toList());
        }
    }

    @Test
    void eachCallsItselfAsItsFileAndBeginsWithARemarkThatSaysWhatItIsFor() {
        for (String name : ShippedModels.NAMES) {
            assertThat(ModelReader.shipped(name).name()).isEqualTo(name);
            assertThat(ShippedModels.text(name)).startsWith("# ");
        }
    }

    @Test
    void oneThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> ModelReader.shipped("dragons"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("persons-few");
    }
}
