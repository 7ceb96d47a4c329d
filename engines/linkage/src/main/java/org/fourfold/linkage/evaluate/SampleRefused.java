package org.fourfold.linkage.evaluate;

/**
 * Why a sample carries no estimate: a band that holds pairs was looked at too little.
 *
 * @param fromBits the lower edge of the band
 * @param found pairs of it that were judged
 * @param needed how many must be
 */
public record SampleRefused(double fromBits, int found, int needed) implements SampleOutcome {}
