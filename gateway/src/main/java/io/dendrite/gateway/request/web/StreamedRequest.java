package io.dendrite.gateway.request.web;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A request whose body is passed on while it arrives, up to a limit. */
final class StreamedRequest extends ServerHttpRequestDecorator {

    private final long most;
    private final Supplier<? extends Throwable> tooLarge;

    StreamedRequest(ServerHttpRequest request, long most, Supplier<? extends Throwable> tooLarge) {
        super(request);
        this.most = most;
        this.tooLarge = tooLarge;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            AtomicLong passed = new AtomicLong();
            return super.getBody().handle((part, next) -> {
                if (passed.addAndGet(part.readableByteCount()) > most) {
                    DataBufferUtils.release(part);
                    next.error(tooLarge.get());
                } else {
                    next.next(part);
                }
            });
        });
    }
}
