package io.dendrite.gateway.connection.netty;

import io.dendrite.gateway.client.model.ClientAddress;
import io.dendrite.gateway.client.model.TrustedProxies;
import io.dendrite.gateway.connection.model.Places;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes connections for which there is no place, before they cost more than that. */
// A failed close means that the connection is gone already.
@SuppressWarnings("FutureReturnValueIgnored")
@ChannelHandler.Sharable
final class Doorkeeper extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    private final Places places;
    private final TrustedProxies proxies;

    Doorkeeper(Places places, TrustedProxies proxies) {
        this.places = places;
        this.proxies = proxies;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        String client = clientOf(context);
        if (!places.take(client)) {
            LOG.debug("no place for a connection, {} are open", places.taken());
            context.close();
            return;
        }
        context.channel().closeFuture().addListener(closed -> places.free(client));
        context.fireChannelActive();
    }

    private @Nullable String clientOf(ChannelHandlerContext context) {
        if (!(context.channel().remoteAddress() instanceof InetSocketAddress remote)
                || proxies.include(remote.getAddress())) {
            return null;
        }
        return new ClientAddress(remote.getAddress()).key();
    }
}
