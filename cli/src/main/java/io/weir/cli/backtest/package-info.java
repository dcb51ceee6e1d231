/**
 * `weir backtest`: rules over files, with the operators of the live job on a bounded source, without Kafka. The files are read side
 * by side in event time, each judged for lateness by its own order as a partition is; the same files give the same bytes.
 */
@NullMarked
package io.weir.cli.backtest;

import org.jspecify.annotations.NullMarked;
