package io.weir.admin.http;

import io.weir.admin.access.Authenticator;
import io.weir.admin.alerts.AlertTails;
import io.weir.admin.engines.StatusBoard;
import io.weir.admin.keys.KeyRing;
import io.weir.admin.publish.Publisher;
import io.weir.admin.publish.RuleCatalog;
import io.weir.admin.store.ControlStore;
import io.weir.admin.warm.WarmStarts;
import java.time.Clock;

/** What the routes show and call. */
public record Services(
        ControlStore store,
        StatusBoard board,
        Publisher publisher,
        RuleCatalog catalog,
        AlertTails alerts,
        WarmStarts warmStarts,
        Authenticator authenticator,
        KeyRing keys,
        Clock clock) {}
