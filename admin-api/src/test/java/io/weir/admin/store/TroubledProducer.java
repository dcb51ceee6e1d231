package io.weir.admin.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;

/** A real producer whose first commit ends in a timeout, as when the network goes: after it was done, or before. */
final class TroubledProducer {

    private TroubledProducer() {}

    static Supplier<Producer<byte[], byte[]>> commitsButDoesNotSay(Supplier<Producer<byte[], byte[]>> real) {
        return firstCommit(real, true);
    }

    static Supplier<Producer<byte[], byte[]>> doesNotCommit(Supplier<Producer<byte[], byte[]>> real) {
        return firstCommit(real, false);
    }

    private static Supplier<Producer<byte[], byte[]>> firstCommit(
            Supplier<Producer<byte[], byte[]>> real, boolean stands) {
        AtomicBoolean troubled = new AtomicBoolean(true);
        return () -> wrap(real.get(), troubled, stands);
    }

    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> wrap(
            Producer<byte[], byte[]> real, AtomicBoolean troubled, boolean stands) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                TroubledProducer.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> {
                    boolean trouble =
                            method.getName().equals("commitTransaction") && troubled.compareAndSet(true, false);
                    if (trouble && stands) {
                        real.commitTransaction();
                    }
                    if (trouble) {
                        throw new TimeoutException("The network is gone");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
