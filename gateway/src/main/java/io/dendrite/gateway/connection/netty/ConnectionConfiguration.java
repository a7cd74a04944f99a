package io.dendrite.gateway.connection.netty;

import io.dendrite.gateway.client.model.TrustedProxies;
import io.dendrite.gateway.connection.model.Listener;
import io.dendrite.gateway.connection.model.Places;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

/** Watches over connections, from the moment they are made. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> watchedConnections(
            ConnectionSettings settings, TrustedProxies proxies) {
        Doorkeeper doorkeeper = new Doorkeeper(new Places(settings.total(), settings.perClient()), proxies);
        NettyServerCustomizer watched = server -> server.doOnChannelInit((observer, channel, remote) -> {
            RequestDeadline deadline = new RequestDeadline(settings.headTimeout(), settings.requestTimeout());
            ChannelPipeline pipeline = channel.pipeline();
            pipeline.addFirst("doorkeeper", doorkeeper);
            pipeline.addBefore(NettyPipeline.HttpCodec, "request-deadline", deadline);
            pipeline.addAfter(NettyPipeline.HttpCodec, "request-arrives", deadline.afterDecoder());
            pipeline.addAfter(NettyPipeline.HttpCodec, "next-request", new NextRequest());
        });
        return factory -> factory.addServerCustomizers(watched);
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> clearTextOnlyWhereItIsSafe(
            ServerProperties server, ClearTextSettings settings) {
        boolean tls = server.getSsl() != null && Ssl.isEnabled(server.getSsl());
        Listener listener = new Listener(server.getAddress(), tls);
        return factory -> listener.refuseClearText(settings.plainHttp());
    }

    /**
     * What the operator takes responsibility for.
     *
     * @param plainHttp whether plain HTTP may be spoken on a network
     */
    @ConfigurationProperties("dendrite.gateway")
    record ClearTextSettings(@DefaultValue("false") boolean plainHttp) {}
}
