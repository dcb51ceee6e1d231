package io.weir.models.language;

/** What is sent: the instructions (ours and the template author's alone) and the data (from the stream). */
public record Prompt(String system, String user) {}
