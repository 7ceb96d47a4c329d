package org.fourfold.estimate.prevalence;

/**
 * How well a model fits for what it has.
 *
 * @param parameters how many, those at minus infinity among them
 * @param deviance from the model that fits each observable cell
 * @param bic with the number of cases as sample size
 */
public record Criteria(int parameters, double deviance, double aic, double bic) {}
