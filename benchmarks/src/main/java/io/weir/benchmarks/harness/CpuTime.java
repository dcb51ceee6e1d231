package io.weir.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The CPU time that this process has used, all threads together: in steps of 10 ms, so measure for long. */
final class CpuTime {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private CpuTime() {}

    static long nanos() {
        return SYSTEM.getProcessCpuTime();
    }
}
