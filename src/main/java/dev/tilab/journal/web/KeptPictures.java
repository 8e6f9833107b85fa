package dev.tilab.journal.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tilab.journal.Attachment;
import dev.tilab.journal.Attachments;
import dev.tilab.journal.attachment.PageVersion;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pictures as pages show them: drawn for their first reader, the most wanted ones kept. Whoever has one once keeps it for good. */
@Component
class KeptPictures {

    /** Some hundred of them. */
    private static final long BYTES = 32L << 20;

    private static final int AS_IT_IS = 1;

    private final Attachments attachments;
    private final Cache<String, Optional<PageVersion>> drawn = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((String sha256, Optional<PageVersion> picture) ->
                    picture.map(version -> version.bytes().length).orElse(AS_IT_IS))
            .build();

    KeptPictures(Attachments attachments) {
        this.attachments = attachments;
    }

    /** The picture for a page; empty where it is gone. Of several readers who come at once, one has it drawn for all. */
    Optional<PageVersion> of(Attachment picture) {
        Optional<PageVersion> version = drawn.get(
                picture.sha256(),
                key -> attachments.bytes(picture).flatMap(bytes -> PageVersion.of(bytes, picture.content())));
        return version.isPresent()
                ? version
                : attachments
                        .bytes(picture)
                        .map(bytes -> new PageVersion(picture.content().mediaType(), bytes));
    }
}
