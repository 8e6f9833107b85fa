package dev.tilab.labweb;

import dev.tilab.simulation.timeline.Table;
import dev.tilab.simulation.timeline.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The JDK's gzip, set for columns of numbers. Times and lengths hardly ever repeat, so looking for repetitions costs more than
 * half of the time and gains two per cent; coding frequent bytes shortly is what pays. Only a wide timeline, with what a strategy
 * saw of ten targets and more, is mostly small numbers that do repeat.
 */
final class GzipBody extends GZIPOutputStream {

    private static final int BUFFER = 16 * 1024;
    private static final int WIDE = 40;
    private static final int LEVEL_OF_WIDE = 3;

    private GzipBody(OutputStream out, boolean wide) throws IOException {
        super(out, BUFFER);
        def.setLevel(wide ? LEVEL_OF_WIDE : Deflater.BEST_SPEED);
        def.setStrategy(wide ? Deflater.DEFAULT_STRATEGY : Deflater.HUFFMAN_ONLY);
    }

    /** Compresses what is written of the timeline. */
    static GzipBody of(Timeline timeline, OutputStream out) throws IOException {
        int columns = Stream.concat(timeline.shared().stream(), timeline.lanes().stream())
                .map(Table::columns)
                .mapToInt(List::size)
                .sum();
        return new GzipBody(out, columns >= WIDE);
    }
}
