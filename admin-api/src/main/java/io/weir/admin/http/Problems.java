package io.weir.admin.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.weir.admin.problem.ProblemCode;
import io.weir.admin.problem.ProblemException;
import io.weir.admin.store.RecordTooLargeException;
import io.weir.admin.store.StoreException;
import io.weir.admin.store.WriteUnknownException;
import io.weir.dsl.contract.ContractJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures as {@code application/problem+json} (RFC 9457). */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String TYPE = "urn:weir:problem:";

    private Problems() {}

    static void map(RoutesConfig routes) {
        routes.exception(ProblemException.class, (problem, request) -> answer(request, problem));
        routes.exception(StoreException.class, (failure, request) -> answer(request, ofStore(failure)));
        routes.exception(HttpResponseException.class, (refusal, request) -> answer(request, ofHttp(refusal)));
        routes.exception(Exception.class, (bug, request) -> {
            LOG.error("{} {} failed (DEVELOPER)", request.method(), request.path(), bug);
            answer(request, new ProblemException(ProblemCode.INTERNAL, "The server failed; its log says how"));
        });
    }

    /** As it stands in answers. */
    static ObjectNode json(ProblemException problem) {
        ProblemCode code = problem.code();
        ObjectNode json = ContractJson.MAPPER
                .createObjectNode()
                .put("type", TYPE + code.code())
                .put("title", code.title())
                .put("status", code.status())
                .put("detail", problem.message())
                .put("code", code.code());
        if (problem.help() != null) {
            json.put("help", problem.help());
        }
        problem.details().forEach((name, value) -> json.set(name, ContractJson.MAPPER.valueToTree(value)));
        return json;
    }

    private static void answer(Context request, ProblemException problem) {
        request.status(problem.code().status());
        request.contentType("application/problem+json");
        request.result(ContractJson.write(json(problem)));
    }

    private static ProblemException ofStore(StoreException failure) {
        LOG.warn("The store failed (OPERATOR)", failure);
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof WriteUnknownException) {
            return new ProblemException(ProblemCode.WRITE_UNKNOWN, message)
                    .help("look at the latest release before trying again");
        } else if (failure instanceof RecordTooLargeException) {
            return new ProblemException(ProblemCode.TOO_LARGE, message).help("publish less at once");
        }
        return new ProblemException(ProblemCode.UNAVAILABLE, message);
    }

    private static ProblemException ofHttp(HttpResponseException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return switch (refusal.getStatus()) {
            case 404 -> new ProblemException(ProblemCode.NOT_FOUND, "There is no such path");
            case 405 -> new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, "The path takes other methods");
            case 413 -> new ProblemException(ProblemCode.TOO_LARGE, "The request is larger than the server takes");
            case 503 -> new ProblemException(ProblemCode.UNAVAILABLE, message);
            default ->
                new ProblemException(
                        refusal.getStatus() >= 500 ? ProblemCode.INTERNAL : ProblemCode.INVALID_REQUEST, message);
        };
    }
}
