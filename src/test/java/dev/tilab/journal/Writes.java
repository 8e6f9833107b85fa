package dev.tilab.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was done to one file, call by call, so that the file can be had as a kill after any of them would have left it. */
final class Writes {

    /** A kill may cut a call short, but only between two pages of the operating system. */
    static final int PAGE_BYTES = 4096;

    private final byte[] before;
    private final List<Write> done = new ArrayList<>();

    /** @param before the file as it was opened */
    Writes(byte[] before) {
        this.before = before;
    }

    /** @param bytes null where the file was cut to {@code position} bytes */
    private record Write(long position, byte[] bytes) {}

    synchronized void wrote(long position, byte[] bytes) {
        done.add(new Write(position, bytes));
    }

    synchronized void truncated(long size) {
        done.add(new Write(size, null));
    }

    /** How many calls have returned. */
    synchronized int count() {
        return done.size();
    }

    /** How many pages were begun by the given call, counted from 0. */
    synchronized int pages(int call) {
        byte[] bytes = done.get(call).bytes();
        return bytes == null ? 0 : (bytes.length + PAGE_BYTES - 1) / PAGE_BYTES;
    }

    /**
     * Puts the file where a fresh H2 can open it.
     *
     * @param calls how many had returned when the process was killed
     * @param pages how many pages of the next one had been written
     */
    synchronized void leave(int calls, int pages, Path file) throws IOException {
        byte[] image = before.clone();
        int length = image.length;
        for (int i = 0; i < calls + (pages > 0 ? 1 : 0); i++) {
            Write write = done.get(i);
            int position = Math.toIntExact(write.position());
            if (write.bytes() == null) {
                length = Math.min(length, position);
                continue;
            }
            int bytes = i < calls ? write.bytes().length : Math.min(write.bytes().length, pages * PAGE_BYTES);
            int end = position + bytes;
            if (end > image.length) {
                image = Arrays.copyOf(image, Math.max(end, 2 * image.length));
            }
            if (position > length) {
                Arrays.fill(image, length, position, (byte) 0);
            }
            System.arraycopy(write.bytes(), 0, image, position, bytes);
            length = Math.max(length, end);
        }
        Files.write(file, Arrays.copyOf(image, length));
    }
}
