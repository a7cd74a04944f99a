package io.dendrite.gateway.connection.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Goes on reading after each answer.
 *
 * <p>Reactor Netty 1.3.7 forgets to, when a request came while the answer before it was being finished, which happens
 * to answers from another thread such as health: the connection then hangs (reactor-netty issue 4361). One read more
 * than needed does no harm.
 */
// A failed write means that the connection is gone, which Netty tells the rest of the pipeline.
@SuppressWarnings("FutureReturnValueIgnored")
final class NextRequest extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object part, ChannelPromise promise) {
        context.write(part, promise);
        if (part instanceof LastHttpContent) {
            // Later, when what follows from the answer's end has been done.
            context.executor().execute(context::read);
        }
    }
}
