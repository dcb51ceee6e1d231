package io.weir.engine.evaluate;

/** How many different values a window holds: an event counts where its value has not been there before it. */
final class Different implements WindowPart {

    private final Series series;
    private long from;
    private long to;
    private long count;

    Different(Series series) {
        this.series = series;
    }

    long count() {
        return count;
    }

    @Override
    public void enter(long index) {
        to = index + 1;
        if (series.repeats().previous(index) < from) {
            count++;
        }
    }

    @Override
    public void leave(long index) {
        from = index + 1;
        if (series.repeats().next(index, to) >= to) {
            count--;
        }
    }

    @Override
    public void restart(long index) {
        from = index;
        to = index;
        count = 0;
    }
}
