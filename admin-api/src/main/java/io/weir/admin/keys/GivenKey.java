package io.weir.admin.keys;

import io.weir.admin.access.ApiKey;
import io.weir.admin.access.KeyText;

/** A key and its text, which nobody will see again. */
public record GivenKey(ApiKey key, KeyText text) {}
