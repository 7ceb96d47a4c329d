package org.fourfold.estimate.policy;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.estimate.numbers.Coefficient;

/** A regression of counts that was fitted. */
final class CountFit {

    final CountModel model;
    final Design design;
    final double[] beta;
    /** Expected counts. */
    final double[] mean;
    /** (Xᵀ W X)⁻¹, {@code columns × columns}: times the dispersion it is the covariance of the coefficients. */
    final double[] unscaled;
    /** Pearson's sum over the degrees of freedom; 1 where the model fixes it. */
    final double dispersion;
    /** Pearson's sum over the degrees of freedom whatever the model. */
    final double pearsonDispersion;

    final double deviance;
    final double logLikelihood;
    /** Of NB2; infinite otherwise. */
    final double theta;

    CountFit(
            CountModel model,
            Design design,
            double[] beta,
            double[] mean,
            double[] unscaled,
            double deviance,
            double logLikelihood,
            double theta) {
        this.model = model;
        this.design = design;
        this.beta = beta;
        this.mean = mean;
        this.unscaled = unscaled;
        this.deviance = deviance;
        this.logLikelihood = logLikelihood;
        this.theta = theta;
        double sum = 0;
        for (double r : pearson()) {
            sum += r * r;
        }
        this.pearsonDispersion = sum / (design.rows() - design.columns());
        this.dispersion = model == CountModel.QUASI_POISSON ? pearsonDispersion : 1;
    }

    /** Akaike's criterion: -2 log L + 2 × terms (theta is one). */
    double aic() {
        int terms = design.columns() + (model == CountModel.NEGATIVE_BINOMIAL ? 1 : 0);
        return -2 * logLikelihood + 2 * terms;
    }

    double variance(int t) {
        return mean[t] * (1 + mean[t] / theta);
    }

    /** Residuals in standard deviations of the model, the dispersion apart. */
    final double[] pearson() {
        double[] r = new double[mean.length];
        for (int t = 0; t < r.length; t++) {
            r[t] = (design.y()[t] - mean[t]) / Math.sqrt(variance(t));
        }
        return r;
    }

    /** The model's own covariance of the coefficients. */
    double[] covariance() {
        double[] scaled = unscaled.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= dispersion;
        }
        return scaled;
    }

    /** All coefficients with errors from a covariance. */
    List<Coefficient> coefficients(double[] covariance) {
        int p = design.columns();
        List<Coefficient> made = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            made.add(new Coefficient(design.names().get(j), beta[j], Math.sqrt(covariance[j * p + j])));
        }
        return made;
    }

    Coefficient coefficient(String name, double[] covariance) {
        int j = design.names().indexOf(name);
        return new Coefficient(name, beta[j], Math.sqrt(covariance[j * design.columns() + j]));
    }
}
