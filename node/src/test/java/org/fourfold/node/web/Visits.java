package org.fourfold.node.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The routes that a browser test opens, written as the controllers write them ({@code /files/{number}}). {@link RoutesTest}
 * fails for a GET route that no browser test claims: so each page is held to the rules in both languages and widths.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Visits {

    String[] value();
}
