package io.weir.benchmarks.rows;

import io.weir.benchmarks.Benchmark;
import io.weir.benchmarks.Effort;
import io.weir.benchmarks.harness.Contender;
import io.weir.benchmarks.harness.Interleaved;
import io.weir.benchmarks.harness.Series;
import io.weir.benchmarks.harness.Table;
import io.weir.benchmarks.workload.Login;
import io.weir.benchmarks.workload.LoginBean;
import io.weir.benchmarks.workload.LoginFeed;
import io.weir.benchmarks.workload.LoginRows;
import io.weir.benchmarks.workload.LoginStream;
import io.weir.engine.evaluate.Row;
import io.weir.engine.evaluate.RowWriter;
import io.weir.engine.state.EngineTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;

/** A record of five fields, serialized and read back. */
public final class RowsBenchmark implements Benchmark {

    private static final int RECORDS = 4_096;
    private static final SerializerConfigImpl CONFIG = new SerializerConfigImpl();

    private final List<Contender> contenders = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public List<Table> measure(Effort effort) throws Exception {
        Login[] logins = logins(new LoginFeed(1));
        contenders.clear();
        lengths.clear();
        add("Weir, a row", serializer(EngineTypes.ROW), rows(logins), LoginRows::login);
        add("Flink's PojoSerializer, a bean", pojoSerializer(), beans(logins), LoginBean::login);
        add("Kryo, a bean", serializer(new GenericTypeInfo<>(LoginBean.class)), beans(logins), LoginBean::login);
        add("Kryo, a map", mapSerializer(), maps(logins), map -> map);
        return List.of(table(Interleaved.measure(contenders, effort.small())));
    }

    private <T> void add(String name, TypeSerializer<T> serializer, T[] records, Function<T, Object> content)
            throws Exception {
        RoundTrip<T> trip = new RoundTrip<>(serializer, records);
        trip.check(name, content);
        contenders.add(new Contender(name, trip));
        lengths.add(trip.length());
    }

    private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        return type.createSerializer(CONFIG);
    }

    private static TypeSerializer<LoginBean> pojoSerializer() {
        TypeSerializer<LoginBean> serializer = serializer(TypeInformation.of(LoginBean.class));
        if (!(serializer instanceof PojoSerializer)) {
            throw new IllegalStateException("Flink does not take the bean for a POJO");
        }
        return serializer;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static TypeSerializer<Map<String, Object>> mapSerializer() {
        return (TypeSerializer) serializer(new GenericTypeInfo<>(HashMap.class));
    }

    private static Login[] logins(LoginFeed feed) {
        Login[] logins = new Login[RECORDS];
        Arrays.setAll(logins, i -> feed.login(i % 2, i));
        return logins;
    }

    private static Row[] rows(Login[] logins) {
        RowWriter writer = new RowWriter(1, LoginStream.SCHEMA.fields().size());
        return Arrays.stream(logins).map(login -> row(writer.begin(), login)).toArray(Row[]::new);
    }

    private static Row row(RowWriter writer, Login login) {
        writer.setText(LoginStream.USER_ID, login.userId());
        writer.setText(LoginStream.OUTCOME, login.outcome());
        writer.setText(LoginStream.COUNTRY, login.country());
        writer.setDecimal(LoginStream.AMOUNT, login.amount());
        writer.setLong(LoginStream.SCHEMA.timeSlot(), login.at());
        return writer.finish(0, 0, login.at());
    }

    private static LoginBean[] beans(Login[] logins) {
        return Arrays.stream(logins).map(RowsBenchmark::bean).toArray(LoginBean[]::new);
    }

    private static LoginBean bean(Login login) {
        LoginBean bean = new LoginBean();
        bean.userId = login.userId();
        bean.outcome = login.outcome();
        bean.country = login.country();
        bean.amount = login.amount();
        bean.at = login.at();
        return bean;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object>[] maps(Login[] logins) {
        return Arrays.stream(logins).map(RowsBenchmark::map).toArray(Map[]::new);
    }

    private static Map<String, Object> map(Login login) {
        Map<String, Object> map = new HashMap<>();
        map.put("userId", login.userId());
        map.put("outcome", login.outcome());
        map.put("country", login.country());
        map.put("amount", login.amount());
        map.put("at", login.at());
        return map;
    }

    private Table table(List<Series> all) {
        Series weir = all.get(0);
        Table table = new Table(
                "rows",
                "A record of 3 texts, a decimal and a timestamp, serialized to memory and read back. CPU time a record, median"
                        + " (min to max) of " + weir.rounds()
                        + " rounds in turn; what came back was first found equal.",
                "",
                "bytes",
                "ns a record",
                "Weir is faster by");
        for (int i = 0; i < all.size(); i++) {
            Series series = all.get(i);
            String factor = i == 0 ? "" : weir.speedAgainst(series).text() + "×";
            table.row(
                    series.name(), String.valueOf(lengths.get(i)), series.cost().text(), factor);
        }
        return table.target("against the PojoSerializer", weir.speedAgainst(all.get(1)), 3);
    }
}
