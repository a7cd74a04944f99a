package io.dendrite.gateway.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read about the API.
 *
 * @param openDocumentation whether everybody may, as on a local stack; else only managers
 */
@ConfigurationProperties("dendrite.gateway")
record DocumentationSettings(@DefaultValue("false") boolean openDocumentation) {}
