package io.dendrite.scheduling.bulk.application;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a record without end, such as after a quote that nobody closes, before it fills the memory. */
final class RecordBound extends FilterReader {

    private final int maxChars;
    private int chars;

    RecordBound(Reader in, int maxChars) {
        super(in);
        this.maxChars = maxChars;
    }

    /** A new record begins. What the parser had read ahead, a few thousand characters, is not counted for it. */
    void restart() {
        chars = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int more) throws TooLong {
        chars += more;
        if (chars > maxChars) {
            throw new TooLong();
        }
    }

    /** A record exceeds the bound. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
