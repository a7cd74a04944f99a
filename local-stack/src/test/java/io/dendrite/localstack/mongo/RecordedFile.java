package io.dendrite.localstack.mongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/** Files named with {@value #PREFIX} in front keep a record of how they were changed. For one file at a time. */
public final class RecordedFile extends FilePathWrapper {

    static final String PREFIX = "recorded:";

    private static final List<Change> CHANGES = new ArrayList<>();

    /** Bytes written at a place or, without bytes, the file cut off there. */
    record Change(long position, @Nullable ByteBuffer written) {}

    static void register() {
        FilePath.register(new RecordedFile());
    }

    /** What was changed since it was last asked. */
    static List<Change> takeChanges() {
        List<Change> taken = List.copyOf(CHANGES);
        CHANGES.clear();
        return taken;
    }

    @Override
    public String getScheme() {
        return PREFIX.substring(0, PREFIX.length() - 1);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            ByteBuffer written = ByteBuffer.allocate(source.remaining());
            CHANGES.add(new Change(position, written.put(source.duplicate()).flip()));
            return file.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            CHANGES.add(new Change(size, null));
            file.truncate(size);
        }

        @Override
        public synchronized int read(ByteBuffer destination, long position) throws IOException {
            return file.read(destination, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
