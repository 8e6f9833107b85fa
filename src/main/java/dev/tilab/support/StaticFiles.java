package dev.tilab.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Scripts, styles and pictures have an address that names their content, so that a browser keeps them for good and never asks
 * whether they have changed: {@code /static-3f0c…/js/base.js}. One version stands before the whole tree, which is why relative
 * imports of modules go on to work in it. The address without a version is answered too, and has to be asked about each time
 * (docs/adr/0026).
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    /** Nothing else of the static files is a part of a page: {@code diagram.html} is one of its own, with its own guard. */
    private static final List<String> FOLDERS = List.of("js", "css", "img", "lib");

    private static final Duration FOR_GOOD = Duration.ofDays(365);
    private static final int DIGITS = 12;

    private final String versioned;

    StaticFiles() {
        versioned = "/static-" + version();
    }

    /** The address of a static file that names its content; any other path as it is. */
    String addressOf(String path) {
        return FOLDERS.stream().anyMatch(folder -> path.startsWith("/" + folder + "/")) ? versioned + path : path;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : FOLDERS) {
            String location = "classpath:/static/" + folder + "/";
            registry.addResourceHandler(versioned + "/" + folder + "/**")
                    .addResourceLocations(location)
                    .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable());
            // While another instance is replaced, its pages name files of a version that this one has not: its own will
            // do, for now.
            registry.addResourceHandler("/static-*/" + folder + "/**")
                    .addResourceLocations(location)
                    .setCacheControl(CacheControl.noCache())
                    .resourceChain(false)
                    .addResolver(new OtherVersion(folder));
        }
    }

    /** Of every file's place and content: two TILabs of one build agree about it. */
    private static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            TreeMap<String, Resource> files = new TreeMap<>();
            for (String folder : FOLDERS) {
                String root = "/static/" + folder + "/";
                for (Resource file :
                        new PathMatchingResourcePatternResolver().getResources("classpath:" + root + "**")) {
                    String address = file.getURL().toString();
                    if (file.isReadable() && !address.endsWith("/")) {
                        files.put(address.substring(address.lastIndexOf(root)), file);
                    }
                }
            }
            for (var file : files.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                try (InputStream content = file.getValue().getInputStream()) {
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
