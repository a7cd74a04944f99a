package io.dendrite.gateway.request.netty;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/** Puts the answers to unreadable requests behind the HTTP decoder of each connection. */
@Configuration(proxyBeanMethods = false)
class UnreadableRequestConfiguration {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> unreadableRequests(JsonMapper json) {
        NettyServerCustomizer answers =
                server -> server.doOnChannelInit((observer, channel, remote) -> channel.pipeline()
                        .addAfter(NettyPipeline.HttpCodec, "unreadable-requests", new UnreadableRequestHandler(json)));
        return factory -> factory.addServerCustomizers(answers);
    }
}
