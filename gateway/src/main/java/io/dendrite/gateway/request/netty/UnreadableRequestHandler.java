package io.dendrite.gateway.request.netty;

import io.dendrite.gateway.correlation.model.RequestId;
import io.dendrite.gateway.correlation.model.TraceContext;
import io.dendrite.gateway.problem.model.Problem;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that do not even parse. They never reach the filters: without this the client would get a bare
 * status with no body. One handler serves one connection.
 */
// A failed write or close means that the connection is gone, which Netty tells the rest of the pipeline.
@SuppressWarnings("FutureReturnValueIgnored")
final class UnreadableRequestHandler extends ChannelDuplexHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRequestHandler.class);

    private final JsonMapper json;
    private int unanswered;
    private boolean answering;
    private boolean refused;

    UnreadableRequestHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest) {
            unanswered++;
        }
        Optional<Unreadable> fault = message instanceof HttpObject http ? Unreadable.in(http) : Optional.empty();
        if (fault.isEmpty()) {
            context.fireChannelRead(message);
            return;
        }
        refused = true;
        ReferenceCountUtil.release(message);
        // With an earlier answer still due or under way, another one would be taken for it.
        if (unanswered == 1 && !answering) {
            refuse(context, fault.get());
        } else {
            context.close();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (!interim && message instanceof HttpResponse) {
            answering = true;
        }
        if (!interim && message instanceof LastHttpContent) {
            answering = false;
            unanswered--;
        }
        context.write(message, promise);
    }

    private void refuse(ChannelHandlerContext context, Unreadable fault) {
        String requestId = RequestId.acceptedOrNew(null).value();
        // What was asked for is not known for certain, so the instance is the whole door.
        Problem problem = Problem.of(
                fault.kind(), fault.detail(), "/", TraceContext.started().traceId());
        LOG.info("refused an unreadable request status={} requestId={}", problem.status(), requestId);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(problem.status()),
                Unpooled.wrappedBuffer(json.writeValueAsBytes(problem)));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, "close")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set(RequestId.HEADER, requestId);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
