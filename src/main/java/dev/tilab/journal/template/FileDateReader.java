package dev.tilab.journal.template;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class FileDateReader {
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4}-\\d{2}-\\d{2})(?!\\d)");
    static Optional<FileDate> read(String path) {
        Matcher m = ISO.matcher(path);
        return m.find() ? Optional.of(new FileDate(LocalDate.parse(m.group(1)), LocalDate.parse(m.group(1)))) : Optional.empty();
    }
    private FileDateReader() {}
}
