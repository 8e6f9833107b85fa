package dev.tilab.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Looks at the data folder and the journal's file before H2 does: H2 takes an empty file for a new journal. */
final class StoreFile {

    /** How H2's file begins, and its two copies of that header: each a block of this many bytes. */
    private static final String HEADER = "H:2,";

    private static final int BLOCK_BYTES = 4096;

    private StoreFile() {}

    /** @param database as H2 wants it, without the ending of the file's name */
    static Path of(Path database) {
        return database.resolveSibling(database.getFileName() + ".mv.db");
    }

    /**
     * @param database absolute; its folder is made when it is missing, for its owner only
     * @param checks what the features know of their tables
     * @param openDamaged whether its owner wants a damaged journal to be opened as far as H2 can read it
     * @throws StoreRefusedException when the journal cannot be opened there as it is; nothing was changed
     */
    static void check(Path database, List<StoreCheck> checks, boolean openDamaged) {
        Path folder = database.getParent();
        Path file = of(database);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                ownerOnly(folder, "rwx------");
            }
        } catch (FileAlreadyExistsException e) {
            throw new StoreRefusedException(
                    "The data folder " + folder + " is a file.", StoreRefusedException.ELSEWHERE, e);
        } catch (IOException e) {
            throw new StoreRefusedException(
                    "The data folder " + folder + " cannot be made.", StoreRefusedException.ELSEWHERE, e);
        }
        if (!Files.isWritable(folder) || Files.exists(file) && !(Files.isWritable(file) && Files.isReadable(file))) {
            throw new StoreRefusedException(
                    "The data folder " + folder + " cannot be written.", StoreRefusedException.ELSEWHERE, null);
        }
        try {
            if (Files.isDirectory(file)) {
                throw new StoreRefusedException(
                        "The journal " + file + " is a folder, not a file.",
                        StoreRefusedException.ANOTHER_FOLDER,
                        null);
            }
            if (Files.exists(file)) {
                refuseOthers(file);
                if (!openDamaged) {
                    StoreLook.through(database, checks);
                }
                ownerOnly(file, "rw-------");
            }
        } catch (IOException e) {
            throw new StoreRefusedException(
                    "The journal " + file + " cannot be read.", StoreRefusedException.ELSEWHERE, e);
        }
    }

    /** H2 needs one of the two copies of the header; a file without either is none of its own, or was cut. */
    private static void refuseOthers(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(2 * BLOCK_BYTES);
        }
        boolean whole = start.length == 2 * BLOCK_BYTES && (begins(start, 0) || begins(start, BLOCK_BYTES));
        if (!whole) {
            throw StoreLook.damaged(file, null);
        }
    }

    private static boolean begins(byte[] bytes, int at) {
        return new String(bytes, at, HEADER.length(), StandardCharsets.ISO_8859_1).equals(HEADER);
    }

    /** Lets nobody but its owner read the journal's file. */
    static void close(Path database) {
        try {
            ownerOnly(of(database), "rw-------");
        } catch (IOException e) {
            throw new StoreRefusedException(
                    "The data folder " + database.getParent() + " cannot be written.",
                    StoreRefusedException.ELSEWHERE,
                    e);
        }
    }

    /** Where the file system knows owners. */
    private static void ownerOnly(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null && Files.exists(path)) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
