package org.fourfold.linkage.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.TestLinkage;
import org.fourfold.linkage.model.ModelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralValuesRefusedTest {

    @Test
    void aModelWithAFieldOfSeveralValuesIsRefusedWithTheReason(@TempDir Path folder) {
        List<String> model = List.of(
                "model m 1",
                "id id",
                "field phone phone telefono many=;",
                "field name word name",
                "compare phone same",
                "block name");
        Linkage.Result linked = TestLinkage.link(
                ModelReader.read("m", model), 1, "id,telefono,name\nr1,55551111;55552222,a\nr2,55552222,a\n");

        assertThatThrownBy(() -> LinkageStore.create(folder.resolve("store"), model, linked, Known.NOTHING))
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining("a field of the model holds several values");
    }
}
