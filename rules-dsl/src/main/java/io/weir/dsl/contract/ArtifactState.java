package io.weir.dsl.contract;

/** How a revision is in force from a release on. */
public enum ArtifactState {
    LIVE,
    /** Evaluated and reported apart; never acts. */
    SHADOW,
    /** Not evaluated; its state is kept. */
    PAUSED,
    /** Not evaluated; its state is freed. */
    RETIRED
}
