package io.dendrite.scheduling.openapi;

import io.dendrite.scheduling.problem.ProblemType;
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
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What springdoc cannot read from the controllers. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Dendrite scheduling")
                        .version("v1")
                        .description("Appointments for infusion clinics. Errors are application/problem+json (RFC 9457)"
                                + " with a stable type; updates of single resources need If-Match with their ETag;"
                                + " POSTs that create accept an Idempotency-Key; lists page with limit and cursor.")
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
                .addApiResponse(
                        "4XX",
                        response(
                                "The request cannot be met as it is",
                                ProblemType.INVALID_REQUEST,
                                "See \"errors\" for each field and what would be right.",
                                List.of(Map.of("field", "limit", "message", "must be from 1 to 200"))))
                .addApiResponse(
                        "503",
                        response(
                                "Try again after Retry-After seconds",
                                ProblemType.UNAVAILABLE,
                                "The database does not answer.",
                                List.of()));
    }

    private static ApiResponse response(
            String description, ProblemType type, String detail, List<Map<String, String>> errors) {
        Map<String, Object> example = Map.of(
                "type",
                type.type(),
                "title",
                type.title(),
                "status",
                type.status(),
                "detail",
                detail,
                "instance",
                "/api/v1/sites",
                "traceId",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "errors",
                errors);
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))
                                        .example(example)));
    }

    private static Schema<?> problemSchema() {
        Schema<?> error = type("object");
        error.addProperty("field", type("string").description("Path, such as appointments[2].start"));
        error.addProperty("message", type("string").description("What would be right"));
        Schema<?> slot = type("object");
        slot.addProperty("start", type("string").format("date-time"));
        slot.addProperty("end", type("string").format("date-time"));
        Schema<?> problem = type("object");
        problem.setDescription("RFC 9457 problem; \"errors\" and \"alternatives\" where they apply");
        problem.setRequired(List.of("type", "title", "status", "detail", "instance", "traceId"));
        problem.addProperty("type", type("string").description("Stable, such as /problems/slot-taken"));
        problem.addProperty("title", type("string"));
        problem.addProperty("status", type("integer"));
        problem.addProperty("detail", type("string"));
        problem.addProperty("instance", type("string").description("Path of the request"));
        problem.addProperty("traceId", type("string").description("For the operator's logs"));
        problem.addProperty("errors", type("array").items(error));
        problem.addProperty("alternatives", type("array").items(slot));
        return problem;
    }

    private static Schema<?> type(String name) {
        Schema<?> schema = new Schema<>(SpecVersion.V31);
        schema.setType(name);
        schema.addType(name);
        return schema;
    }
}
