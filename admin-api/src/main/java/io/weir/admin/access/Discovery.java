package io.weir.admin.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.weir.dsl.contract.ContractJson;
import java.io.IOException;
import java.net.URI;

/** What an OpenID provider says of itself at {@code /.well-known/openid-configuration} (OpenID Connect Discovery 1.0). */
final class Discovery {

    private static final String PATH = "/.well-known/openid-configuration";

    private Discovery() {}

    /** Where its keys are. Fails with {@link ProviderUnavailableException}. */
    static URI keysOf(URI issuer, DefaultResourceRetriever web) {
        URI document = URI.create(issuer.toString().replaceAll("/+$", "") + PATH);
        try {
            String content = web.retrieveResource(document.toURL()).getContent();
            JsonNode json = ContractJson.MAPPER.readTree(content);
            if (!json.path("issuer").asText().equals(issuer.toString())) {
                throw new ProviderUnavailableException(
                        document + " is of issuer '" + json.path("issuer").asText() + "', not '" + issuer + "'", null);
            }
            return URI.create(json.path("jwks_uri").asText());
        } catch (JsonProcessingException e) {
            throw new ProviderUnavailableException(document + " is no JSON", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ProviderUnavailableException(document + " cannot be read: " + e.getMessage(), e);
        }
    }
}
