package io.weir.localkafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class LocalKafkaIT {

    @Test
    void broker_killedAndResumed_keepsWhatItStored() throws Exception {
        try (LocalKafka kafka = LocalKafka.start()) {
            Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
            try (Admin admin = Admin.create(config)) {
                admin.createTopics(Set.of(new NewTopic("t", 1, (short) 1)))
                        .all()
                        .get();
            }
            try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>("t", "k", "v")).get();
            }

            kafka.kill();
            kafka.resume();

            try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
                TopicPartition partition = new TopicPartition("t", 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                assertThat(consumer.poll(Duration.ofSeconds(20)))
                        .extracting(ConsumerRecord::value)
                        .containsExactly("v");
            }
        }
    }

    @Test
    void start_onABusyPort_saysSo() {
        try (LocalKafka kafka = LocalKafka.start()) {
            int port = Integer.parseInt(kafka.bootstrapServers().split(":")[1]);

            assertThatThrownBy(() -> LocalKafka.start(port))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining(String.valueOf(port));
        }
    }
}
