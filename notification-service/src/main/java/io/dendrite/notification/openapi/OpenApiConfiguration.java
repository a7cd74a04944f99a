package io.dendrite.notification.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What springdoc cannot read from the controller. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Dendrite notices")
                        .version("v1")
                        .description("What patients were told by e-mail, and what became of it. Errors are"
                                + " application/problem+json (RFC 9457) with a stable type.")
                        .license(new License()
                                .name("Apache-2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("An access token of the configured issuer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                // Relative, so that it is right behind the gateway as well.
                .servers(List.of(new Server().url("/").description("Where this document came from")));
    }

    @Bean
    OpenApiCustomizer problemResponses() {
        return api -> {
            // Here and not in the bean above: springdoc drops what nothing refers to yet.
            api.getComponents().addSchemas(PROBLEM, problemSchema());
            api.getPaths().values().forEach(path -> path.readOperations().forEach(OpenApiConfiguration::addProblems));
        };
    }

    private static void addProblems(Operation operation) {
        operation
                .getResponses()
                .addApiResponse("4XX", problem("The request cannot be met as it is"))
                .addApiResponse("503", problem("Try again after Retry-After seconds"));
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problemSchema() {
        Schema<?> error = type("object");
        error.addProperty("field", type("string"));
        error.addProperty("message", type("string").description("What would be right"));
        Schema<?> problem = type("object");
        problem.setRequired(List.of("type", "title", "status"));
        problem.addProperty("type", type("string").description("Stable, such as /problems/not-found"));
        problem.addProperty("title", type("string"));
        problem.addProperty("status", type("integer"));
        problem.addProperty("detail", type("string"));
        problem.addProperty("instance", type("string").description("Path of the request"));
        problem.addProperty("traceId", type("string").description("For the operator's logs"));
        problem.addProperty("errors", type("array").items(error));
        return problem;
    }

    private static Schema<?> type(String name) {
        Schema<?> schema = new Schema<>(SpecVersion.V31);
        schema.setType(name);
        schema.addType(name);
        return schema;
    }
}
