package io.dendrite.scheduling.problem.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Fails with {@link RequestTooLargeException} once more than the limit was read. */
final class LimitedInputStream extends ServletInputStream {

    private final ServletInputStream source;
    private final long limitBytes;
    private long read;

    LimitedInputStream(ServletInputStream source, long limitBytes) {
        this.source = source;
        this.limitBytes = limitBytes;
    }

    @Override
    public int read() throws IOException {
        int next = source.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = source.read(target, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) throws RequestTooLargeException {
        read += bytes;
        if (read > limitBytes) {
            throw new RequestTooLargeException(limitBytes);
        }
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }
}
