package dev.tilab.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Which modules a script needs, so that its page can name all of them at once: a browser learns of a module only by reading the
 * one that imports it, and each step of the way down costs a round trip. Every template has it as {@code modules}.
 */
@ControllerAdvice
final class Modules {

    /** A static import, as our scripts write it: from the start of a line, with single quotes. Dynamic ones come when they are needed. */
    private static final Pattern IMPORT = Pattern.compile(
            "^(?:import|export)\\s+(?:[\\w\\s{},*$]*?\\s?from\\s+)?'(\\.{1,2}/[^']+)';", Pattern.MULTILINE);

    private final Map<List<String>, Set<String>> known = new ConcurrentHashMap<>();

    @ModelAttribute("modules")
    Modules ofPages() {
        return this;
    }

    /**
     * All modules behind some scripts and not the scripts themselves, in the order in which they are first needed.
     *
     * @param scripts paths as templates write them, such as {@code /js/labs/failover/page.js}
     */
    public Set<String> behind(List<String> scripts) {
        return known.computeIfAbsent(List.copyOf(scripts), Modules::read);
    }

    private static Set<String> read(List<String> scripts) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> upper = new LinkedHashSet<>(scripts);
        while (!upper.isEmpty()) {
            found.addAll(upper);
            Set<String> lower = new LinkedHashSet<>();
            upper.forEach(module -> lower.addAll(imports(module)));
            lower.removeAll(found);
            upper = lower;
        }
        scripts.forEach(found::remove);
        return found;
    }

    static Set<String> imports(String module) {
        try {
            String text = new ClassPathResource("static" + module).getContentAsString(StandardCharsets.UTF_8);
            Set<String> imported = new LinkedHashSet<>();
            for (Matcher found = IMPORT.matcher(text); found.find(); ) {
                imported.add(URI.create(module).resolve(found.group(1)).getPath());
            }
            return imported;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
