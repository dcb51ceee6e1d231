package io.weir.samples.notifier;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What can never be delivered: a record that is no alert, as it came with its own headers, or a notification that the endpoint does
 * not take. Headers say why.
 */
record DeadLetter(ProducerRecord<String, byte[]> content) {

    static final String REASON = "notifier-reason";
    static final String TOPIC = "notifier-topic";
    static final String PARTITION = "notifier-partition";
    static final String OFFSET = "notifier-offset";
    static final String ATTEMPTS = "notifier-attempts";

    private static final String ANY = "-";

    static DeadLetter of(ConsumerRecord<String, byte[]> alert, String reason) {
        ProducerRecord<String, byte[]> content = new ProducerRecord<>(ANY, alert.key(), alert.value());
        alert.headers().forEach(content.headers()::add);
        add(content, REASON, reason);
        add(content, TOPIC, alert.topic());
        add(content, PARTITION, Integer.toString(alert.partition()));
        add(content, OFFSET, Long.toString(alert.offset()));
        return new DeadLetter(content);
    }

    static DeadLetter of(Notification notification, int attempts, String reason) {
        byte[] body = notification.body().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> content = new ProducerRecord<>(ANY, notification.id(), body);
        add(content, REASON, reason);
        add(content, ATTEMPTS, Integer.toString(attempts));
        return new DeadLetter(content);
    }

    private static void add(ProducerRecord<String, byte[]> content, String name, String value) {
        content.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    ProducerRecord<String, byte[]> record(String topic) {
        return new ProducerRecord<>(topic, null, content.key(), content.value(), content.headers());
    }
}
