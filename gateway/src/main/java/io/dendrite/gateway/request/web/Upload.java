package io.dendrite.gateway.request.web;

import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/** The body of one request while it arrives. It keeps no more than the limit, whatever is sent. */
final class Upload {

    private final long maxKept;
    private final long maxRead;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long read;

    Upload(long maxKept, long maxRead) {
        this.maxKept = maxKept;
        this.maxRead = maxRead;
    }

    /**
     * Takes the next part and releases its buffer.
     *
     * @throws TooLargeToDrainException when it is no longer worth reading on
     */
    void add(DataBuffer part) {
        try {
            read += part.readableByteCount();
            if (read > maxRead) {
                throw new TooLargeToDrainException();
            }
            if (read <= maxKept) {
                byte[] bytes = new byte[part.readableByteCount()];
                part.read(bytes);
                kept.writeBytes(bytes);
            } else {
                kept.reset();
            }
        } finally {
            DataBufferUtils.release(part);
        }
    }

    boolean isTooLarge() {
        return read > maxKept;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    /** More was sent than the gateway is willing to read and drop. */
    static final class TooLargeToDrainException extends RuntimeException {}
}
