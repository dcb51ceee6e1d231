package io.weir.engine.state;

import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The type information of what comes in and goes out. */
public final class WireTypes {

    public static final TypeInformation<RawEvent> RAW_EVENT =
            new WeirType<>(RawEvent.class, false, new RawEventSerializer());
    public static final TypeInformation<ControlMessage> CONTROL =
            new WeirType<>(ControlMessage.class, false, new ControlMessageSerializer());
    public static final TypeInformation<OutRecord> OUT_RECORD =
            new WeirType<>(OutRecord.class, false, new OutRecordSerializer());

    private WireTypes() {}
}
