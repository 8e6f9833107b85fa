package dev.tilab.journal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The process that {@link Kills} kills: saves days with as many clients as it is told, and says what it sends and what was
 * confirmed, a line each.
 */
final class KilledWriter {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private KilledWriter() {}

    public static void main(String[] arguments) throws Exception {
        ConfigurableApplicationContext context = BareJournal.start(arguments);
        OUT.println("READY " + context.containsBean("oneWriterAtATime"));
        Writers.Witness aloud = new Writers.Witness() {
            @Override
            public void sent(LocalDate day, String save) {
                OUT.println("SENT " + day + " " + save);
            }

            @Override
            public void confirmed(LocalDate day, String save, byte[] file) {
                OUT.println("SAVED " + day + " " + save + " " + Arrays.hashCode(file));
            }
        };
        new Writers(context.getBean(Journal.class), Integer.getInteger("kills.clients"), aloud)
                .run(System.nanoTime(), () -> false);
    }
}
