package dev.tilab.support;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.h2.engine.Constants;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that texts which were deleted for good leave H2's file. H2 frees their place and writes over it some day, perhaps never; so
 * the file is written anew from what is still there. That needs the file for itself: it is done when TILab stops, and after a kill
 * at the next start. A file of no content beside the journal remembers it.
 */
public final class ErasedTexts {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedTexts.class);

    private final Path database;
    private final String url;
    private final List<StoreCheck> checks;
    private final Path promise;

    /** Not before the file was looked at: until then another TILab may be using it, or it may be damaged. */
    private volatile boolean ours;

    /** @param database as H2 wants it, without the ending of the file's name */
    ErasedTexts(Path database, String url, List<StoreCheck> checks) {
        this.database = database;
        this.url = url;
        this.checks = checks;
        this.promise = database.resolveSibling(database.getFileName() + ".erase");
    }

    /** To be called before the texts are deleted, so that no kill comes between. */
    public void promise() {
        try {
            if (!Files.exists(promise)) {
                Files.createFile(promise);
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.Reason.NOT_WRITABLE, e);
        }
    }

    /** When the file may be opened and is whole. After a kill H2 has to mend it before anything is copied out of it. */
    void keepAtStart() {
        ours = true;
        if (isDue()) {
            try {
                DriverManager.getConnection(url, "sa", "").close();
            } catch (SQLException e) {
                LOG.warn("The journal could not be opened to be written anew: {}", e.toString());
                return;
            }
            keep();
        }
    }

    /** When nobody has the file open. What fails is tried again at the next start; the journal stays as it is. */
    void keep() {
        if (!isDue()) {
            return;
        }
        Path rewritten = database.resolveSibling(database.getFileName() + ".rewritten");
        Path copy = StoreFile.of(rewritten);
        try {
            deleteCopy(copy);
            Files.copy(StoreFile.of(database), copy);
            MVStoreTool.compact(copy.toString(), false);
            StoreFile.close(rewritten);
            StoreLook.through(rewritten, checks);
            try (FileChannel bytes = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                bytes.force(true);
            }
            Files.move(
                    copy, StoreFile.of(database), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(promise);
            LOG.info("The journal's file was written anew without the texts that were deleted for good.");
        } catch (IOException | MVStoreException | StoreRefusedException failed) {
            LOG.warn(
                    "Texts that were deleted for good may still be in the journal's file, which could not be written anew: {}",
                    failed.toString());
            try {
                deleteCopy(copy);
            } catch (IOException left) {
                LOG.debug("{} is deleted at the next start", copy, left);
            }
        }
    }

    /** With what H2 makes beside a file that it writes anew. */
    private static void deleteCopy(Path copy) throws IOException {
        for (String ending : List.of("", Constants.SUFFIX_MV_STORE_TEMP_FILE, Constants.SUFFIX_MV_STORE_NEW_FILE)) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + ending));
        }
    }

    private boolean isDue() {
        return ours && Files.exists(promise) && Files.exists(StoreFile.of(database));
    }
}
