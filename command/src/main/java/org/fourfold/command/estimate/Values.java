package org.fourfold.command.estimate;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fourfold.estimate.run.Provenance;
import org.jspecify.annotations.Nullable;

/** A JSON object whose members keep their order. What is no number (a limit that is not set) is null, as JSON has no infinity. */
final class Values {

    private final Map<String, Object> members = new LinkedHashMap<>();

    @CanIgnoreReturnValue
    Values with(String name, @Nullable Object value) {
        Object written = value instanceof Double number && !Double.isFinite(number) ? null : value;
        members.put(name, written);
        return this;
    }

    /** Whose seed, data and code it is. */
    @CanIgnoreReturnValue
    Values with(Provenance provenance) {
        return with("seed", provenance.seed())
                .with("data_sha256", provenance.dataSha256())
                .with("version", provenance.codeVersion());
    }

    Map<String, Object> members() {
        return members;
    }
}
