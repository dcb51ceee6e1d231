/** Backtests as their user runs them, on files. */
@NullMarked
package io.weir.cli.backtest;

import org.jspecify.annotations.NullMarked;
