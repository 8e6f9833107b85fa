package dev.tilab.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/**
 * {@code recorded:} before a path: the files that H2 opens there are the same ones, and every change of them is told to a {@link
 * Writes}. Public, because H2 makes paths by reflection.
 */
public final class RecordedPath extends FilePathWrapper {

    static final String SCHEME = "recorded";

    private static volatile Writes into = new Writes(new byte[0]);

    /** Where changes of files that are opened from now on are told. */
    static void into(Writes writes) {
        into = writes;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Recorded(getBase().open(mode), into);
    }

    private static final class Recorded extends FileBaseDefault {

        private final FileChannel file;
        private final Writes writes;

        Recorded(FileChannel file, Writes writes) {
            this.file = file;
            this.writes = writes;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return file.read(to, position);
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            ByteBuffer copy = from.duplicate();
            synchronized (writes) {
                int written = file.write(from, position);
                byte[] bytes = new byte[written];
                copy.get(bytes);
                writes.wrote(position, bytes);
                return written;
            }
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            synchronized (writes) {
                file.truncate(size);
                writes.truncated(size);
            }
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
