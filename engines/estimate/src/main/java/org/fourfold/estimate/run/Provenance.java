package org.fourfold.estimate.run;

/**
 * What a result was made by and from: with the same three anybody gets the same result.
 *
 * @param dataSha256 of the data as they were understood ({@link DataDigest}), in hexadecimal
 * @param codeVersion of this engine
 */
public record Provenance(String dataSha256, String codeVersion, long seed) {

    public static Provenance of(DataDigest data, Run run) {
        return new Provenance(data.hex(), EngineVersion.TEXT, run.seed());
    }
}
