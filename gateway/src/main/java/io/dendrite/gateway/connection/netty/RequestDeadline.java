package io.dendrite.gateway.connection.netty;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection whose request does not arrive in time: first the headers, then all of it. A byte now and then does
 * not buy more, as it does with an idle timeout. Between two requests nothing runs; that is the idle timeout's.
 *
 * <p>Bodies that we read have a time limit of their own, with an answer. This one also ends those that are sent on after
 * the request was refused.
 *
 * <p>One for each connection. It stands before the HTTP decoder, where bytes pass, and knows from {@link #afterDecoder}
 * what they became.
 */
// A failed close means that the connection is gone already; a cancelled timer needs no look.
@SuppressWarnings("FutureReturnValueIgnored")
final class RequestDeadline extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestDeadline.class);

    private final Duration forHead;
    private final Duration forAll;
    private boolean expectingHead = true;
    private java.util.concurrent.@Nullable ScheduledFuture<?> timer;

    RequestDeadline(Duration forHead, Duration forAll) {
        this.forHead = forHead;
        this.forAll = forAll;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        // The first request is due at once: who connects has something to say.
        start(context, forHead);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (expectingHead) {
            start(context, forHead);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    /** Stands after the HTTP decoder. */
    ChannelHandler afterDecoder() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object part) {
                if (part instanceof HttpRequest) {
                    expectingHead = false;
                    stop();
                    start(context, forAll);
                }
                if (part instanceof LastHttpContent) {
                    expectingHead = true;
                    stop();
                }
                context.fireChannelRead(part);
            }
        };
    }

    private void start(ChannelHandlerContext context, Duration allowed) {
        if (timer == null) {
            timer = context.executor()
                    .schedule(
                            () -> {
                                LOG.debug("closed a connection whose request did not arrive in time");
                                context.close();
                            },
                            allowed.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
