package io.dendrite.gateway.request.web;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A request whose body has arrived whole, so that it can be offered to another instance after a failed connection. */
final class ReceivedRequest extends ServerHttpRequestDecorator {

    private final byte[] body;
    private final HttpHeaders headers;

    ReceivedRequest(ServerHttpRequest request, byte[] body) {
        super(request);
        this.body = body;
        this.headers = new HttpHeaders();
        this.headers.putAll(request.getHeaders());
        this.headers.remove(HttpHeaders.TRANSFER_ENCODING);
        this.headers.remove(HttpHeaders.EXPECT);
        this.headers.setContentLength(body.length);
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return body.length == 0
                ? Flux.empty()
                : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }
}
