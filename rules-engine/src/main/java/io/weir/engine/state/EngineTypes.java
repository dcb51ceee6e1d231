package io.weir.engine.state;

import io.weir.engine.evaluate.ChunkKey;
import io.weir.engine.evaluate.Key;
import io.weir.engine.evaluate.KeyState;
import io.weir.engine.evaluate.RoutedRow;
import io.weir.engine.evaluate.Row;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The type information of everything that streams and state hold. */
public final class EngineTypes {

    public static final TypeInformation<Row> ROW = new WeirType<>(Row.class, false, new RowSerializer());
    public static final TypeInformation<Key> KEY = new WeirType<>(Key.class, true, new KeySerializer());
    public static final TypeInformation<RoutedRow> ROUTED_ROW =
            new WeirType<>(RoutedRow.class, false, new RoutedRowSerializer());
    public static final TypeInformation<KeyState> KEY_STATE =
            new WeirType<>(KeyState.class, false, new KeyStateSerializer());

    public static final TypeInformation<ChunkKey> CHUNK_KEY =
            new WeirType<>(ChunkKey.class, false, new ChunkKeySerializer());
    public static final TypeInformation<byte[]> CHUNK = new WeirType<>(byte[].class, false, new ChunkSerializer());

    private EngineTypes() {}
}
