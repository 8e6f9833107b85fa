package dev.tilab.labweb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Names the program that computes and writes timelines by the digest of its classes. Whoever changes a model cannot forget to
 * change its version, and so no browser shows yesterday's run of today's model.
 *
 * @param name the same for the same classes, wherever they lie
 */
record ModelVersion(String name) {

    private static final List<String> CLASSES = List.of(
            "classpath*:dev/tilab/simulation/**/*.class",
            "classpath*:dev/tilab/cloud/**/*.class",
            "classpath*:dev/tilab/labs/**/*.class",
            "classpath*:dev/tilab/labweb/*Timeline*.class");

    /** The version of the classes that are running. */
    static ModelVersion current() throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        // Sorted by digest, not by path: a path says where the application was installed.
        TreeSet<String> digests = new TreeSet<>();
        for (String pattern : CLASSES) {
            for (Resource type : resolver.getResources(pattern)) {
                try (InputStream in = type.getInputStream()) {
                    digests.add(digest(in.readAllBytes()));
                }
            }
        }
        return new ModelVersion(digest(String.join("", digests).getBytes(StandardCharsets.UTF_8)));
    }

    /** A strong entity tag, without its quotes, for what this version makes of these words. */
    String tag(String... words) {
        return digest((name + "\n" + String.join("\n", words)).getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 27);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
