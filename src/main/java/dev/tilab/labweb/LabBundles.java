package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of a lab's texts, found by its id: {@code messages/<id>} holds what its pages and the API say, {@code
 * messages/<id>-stage} what its scripts say. {@code labs} and {@code stage} hold the same for all labs,
 * {@code diagnosis} what the doctor's patients say.
 */
final class LabBundles {

    private static final String FOLDER = "messages/";
    private static final String PAGES = FOLDER + "labs";
    private static final String STAGES = FOLDER + "stage";
    private static final String DIAGNOSES = FOLDER + "diagnosis";

    private LabBundles() {}

    /** Those of all these labs and what they share. */
    static String[] of(Collection<? extends Lab<?>> labs) {
        Stream<String> own = labs.stream().flatMap(lab -> Stream.of(FOLDER + lab.id(), stage(lab.id())));
        return Stream.concat(Stream.of(PAGES, STAGES, DIAGNOSES), own).toArray(String[]::new);
    }

    /** The keys of what a lab's scripts say, their options and situations aside. */
    static Set<String> keysOfStage(String lab) {
        Set<String> keys = new TreeSet<>();
        for (String bundle : new String[] {STAGES, stage(lab)}) {
            keys.addAll(ResourceBundle.getBundle(bundle, Locale.ROOT).keySet());
        }
        return keys;
    }

    private static String stage(String lab) {
        return FOLDER + lab + "-stage";
    }
}
