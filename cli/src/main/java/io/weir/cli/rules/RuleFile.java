package io.weir.cli.rules;

/** A rule file's text; the name is the path as its user wrote it. */
public record RuleFile(String name, String text) {}
