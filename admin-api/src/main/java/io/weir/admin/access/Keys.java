package io.weir.admin.access;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The keys that there are, as this server knows them. */
public interface Keys {

    /** Null where there is none of that id. */
    @Nullable
    ApiKey key(String id);

    Collection<ApiKey> all();
}
