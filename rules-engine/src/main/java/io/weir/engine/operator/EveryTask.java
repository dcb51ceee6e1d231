package io.weir.engine.operator;

import io.weir.engine.evaluate.Key;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** Keys of no event, one that leads to each evaluate task. */
final class EveryTask {

    private EveryTask() {}

    /** @param task a route task: there are as many of both */
    static List<Key> keys(TaskInfo task) {
        return keys(task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
    }

    static List<Key> keys(int maxParallelism, int parallelism) {
        return IntStream.range(0, parallelism)
                .mapToObj(wanted -> IntStream.iterate(0, number -> number + 1)
                        .mapToObj(EveryTask::key)
                        .filter(key -> wanted
                                == KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                        key, maxParallelism, parallelism))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Key key(int number) {
        return new Key(0, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
