package dev.tilab.journal.markdown;

import java.util.Optional;

/** Pictures and files that lie beside a text, which calls them by addresses relative to itself. */
public interface TextFiles {

    /** A text that nothing lies beside. */
    TextFiles NONE = new TextFiles() {
        @Override
        public Optional<TextFile> find(String address) {
            return Optional.empty();
        }

        @Override
        public Optional<Offer> offer(String address) {
            return Optional.empty();
        }

        @Override
        public void undescribed(TextFile picture) {}
    };

    /** What lies under the address, as the text writes it. */
    Optional<TextFile> find(String address);

    /** Where the reader can put something under an address that leads to nothing; empty where nothing could lie under it. */
    Optional<Offer> offer(String address);

    /** Told of every picture that the text shows without saying in words what is on it. */
    void undescribed(TextFile picture);

    /**
     * One of them.
     *
     * @param name for people
     * @param href where it is, as it was given
     * @param shown where the picture for a page is; null for what is none
     * @param width of the picture in pixels, 0 when nobody knows
     * @param height the same
     * @param larger whether there is more to see than a page shows
     */
    record TextFile(String name, String href, String shown, int width, int height, boolean larger) {}

    /** @param words that say what happens there */
    record Offer(String href, String words) {}
}
