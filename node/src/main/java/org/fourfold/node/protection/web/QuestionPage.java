package org.fourfold.node.protection.web;

import java.util.List;

/**
 * One question.
 *
 * @param action where it is sent
 * @param draft where it is kept while it is typed; empty where it is not
 * @param number its place among the questions, from 1; 0 outside of them
 * @param back the page before; empty for the first
 * @param said what is said before the question is put, in words
 * @param heard the same, recorded
 */
public record QuestionPage(
        String action,
        String draft,
        String formKey,
        int number,
        int of,
        String back,
        List<String> said,
        List<Recordings.Player> heard,
        List<FieldInput> fields,
        String drop) {}
