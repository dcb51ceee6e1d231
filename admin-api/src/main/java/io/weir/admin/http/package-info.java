/**
 * The admin API over HTTP: reads requests, writes answers, and maps every failure to a problem with a stable code. Knows no Kafka
 * but for the tail of alerts, and decides nothing. {@code openapi.yaml} beside it says what each route takes and gives.
 */
@NullMarked
package io.weir.admin.http;

import org.jspecify.annotations.NullMarked;
