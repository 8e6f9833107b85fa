package dev.tilab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.tilab.simulation.engine.Effort;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a run must not depend on, if the same scenario is to give the same bytes on every machine and every JVM (docs/adr/0001):
 * the machine's time, chance, threads and settings, the order of a hash table, what an earlier run left behind, and the last
 * bit of a sine. {@link ModelRulesTest} shows each of the rules what breaks it.
 */
final class ModelRules {

    /** Where the models are, and what they are made of. */
    static final String[] MODELS = {"dev.tilab.simulation..", "dev.tilab.cloud..", "dev.tilab.labs.."};

    /** What the Java specification defines to the last bit; everything else in {@code Math} may differ between two JVMs. */
    private static final Set<String> EXACT = Set.of(
            "abs",
            "absExact",
            "addExact",
            "ceil",
            "ceilDiv",
            "ceilMod",
            "clamp",
            "copySign",
            "decrementExact",
            "floor",
            "floorDiv",
            "floorMod",
            "fma",
            "getExponent",
            "IEEEremainder",
            "incrementExact",
            "max",
            "min",
            "multiplyExact",
            "multiplyFull",
            "multiplyHigh",
            "negateExact",
            "nextAfter",
            "nextDown",
            "nextUp",
            "rint",
            "round",
            "scalb",
            "signum",
            "sqrt",
            "subtractExact",
            "toIntExact",
            "ulp");

    /** {@code EnumMap}, {@code LinkedHashMap}, {@code TreeMap} and lists have an order; these have none to rely upon. */
    private static final Set<String> WITHOUT_ORDER = Set.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.Hashtable",
            "java.util.Properties",
            "java.util.concurrent.ConcurrentHashMap");

    /** Collectors by name and number of parameters that gather into a hash table, because nobody says into what else. */
    private static final Set<String> GATHER_WITHOUT_ORDER = Set.of(
            "toSet/0",
            "toUnmodifiableSet/0",
            "toMap/2",
            "toMap/3",
            "toUnmodifiableMap/2",
            "toUnmodifiableMap/3",
            "groupingBy/1",
            "groupingBy/2",
            "toConcurrentMap/2",
            "toConcurrentMap/3",
            "groupingByConcurrent/1",
            "groupingByConcurrent/2");

    @ArchTest
    static final ArchRule readNoClock = models(
            "read no clock",
            used -> used.of("java.time.Clock", "java.util.Date")
                    || used.of("java.util.Calendar", "java.util.GregorianCalendar")
                    || used.packageName().equals("java.time") && used.called("now")
                    || used.of("java.lang.System") && used.called("nanoTime", "currentTimeMillis"));

    @ArchTest
    static final ArchRule takeNoChance = models(
            "take no chance that a seed does not decide",
            used -> used.of("java.util.Random", "java.util.SplittableRandom", "java.util.concurrent.ThreadLocalRandom")
                    || used.of("java.util.UUID", "java.security.SecureRandom")
                    || used.packageName().equals("java.util.random")
                    || used.of("java.util.Collections") && used.signature().equals("shuffle/1"));

    /** Two JVMs may differ in the last bit of a logarithm, and one bit makes another run. {@code StrictMath} has no choice. */
    @ArchTest
    static final ArchRule computeToTheLastBit = models(
            "compute to the last bit",
            used -> used.of("java.lang.Math") && used.arity() >= 0 && !EXACT.contains(used.name()));

    /**
     * {@code Map.of} is iterated in another order by every JVM that starts, and a hash code may be an address. Who iterates a
     * map does not see how it was made, so no model makes one without an order, not even to look things up.
     */
    @ArchTest
    static final ArchRule keepAnOrder = models(
            "keep an order",
            used -> WITHOUT_ORDER.contains(used.owner().getName()) && used.called("<init>", "newKeySet")
                    || used.of("java.util.Set", "java.util.Map") && used.called("of", "ofEntries", "copyOf")
                    || used.of("java.util.stream.Collectors") && GATHER_WITHOUT_ORDER.contains(used.signature())
                    || used.of("java.lang.System") && used.called("identityHashCode")
                    || used.signature().equals("hashCode/0")
                            && (used.of("java.lang.Object") || used.owner().isEnum()));

    @ArchTest
    static final ArchRule runOnOneThread = models(
            "run on one thread",
            used -> used.called("parallel", "parallelStream")
                    || used.of("java.util.Arrays") && used.name().startsWith("parallel")
                    || used.of("java.util.concurrent.Executors", "java.util.concurrent.CompletableFuture")
                    || used.owner().isAssignableTo(Executor.class)
                    || used.owner().isAssignableTo(Thread.class)
                            && used.called("<init>", "start", "startVirtualThread", "ofVirtual"));

    @ArchTest
    static final ArchRule askNothingOfTheMachine = models(
            "ask the machine for none of its settings",
            used -> used.called("getDefault", "systemDefault", "defaultCharset")
                    || used.of("java.lang.System")
                            && used.called("getenv", "getProperty", "getProperties", "lineSeparator")
                    || used.of("java.lang.String")
                            && Set.of("toLowerCase/0", "toUpperCase/0", "formatted/1", "format/2", "getBytes/0")
                                    .contains(used.signature()));

    /** What one run leaves in a static is there in the next one, and at the same time in another thread's. */
    @ArchTest
    static final ArchRule leaveNothingBehind = models(new ArchCondition<>("leave nothing behind in a static") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getFields().stream()
                    .filter(ModelRules::canChange)
                    .map(field -> field.getDescription() + " can change in " + field.getSourceCodeLocation())
                    .forEach(words -> events.add(SimpleConditionEvent.violated(type, words)));
        }
    });

    private ModelRules() {}

    private static ArchRule models(String promise, Predicate<Used> broken) {
        return models(new ArchCondition<>(promise) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getAccessesFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                        .distinct()
                        .filter(access -> broken.test(new Used(access)))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        });
    }

    private static ArchRule models(ArchCondition<JavaClass> condition) {
        return classes()
                .that(describe("are models", resideInAnyPackage(MODELS)))
                .should(condition);
    }

    private static boolean canChange(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        if (!modifiers.contains(JavaModifier.STATIC) || modifiers.contains(JavaModifier.SYNTHETIC)) {
            return false;
        }
        // A run belongs to the thread that computes it, and what it has cost so far to nobody else.
        boolean effort = field.getOwner().isEquivalentTo(Effort.class)
                && field.getRawType().isEquivalentTo(ThreadLocal.class);
        boolean table = field.getRawType().isArray() && modifiers.contains(JavaModifier.PRIVATE);
        return !modifiers.contains(JavaModifier.FINAL) || !effort && !table && holdsWhatCanChange(field.getRawType());
    }

    /** Lists and maps are taken at their word: those that models keep are made by {@code List.of} and the like. */
    private static boolean holdsWhatCanChange(JavaClass type) {
        String name = type.getName();
        boolean ours = name.startsWith("dev.tilab.");
        return type.isArray()
                || name.startsWith("java.util.concurrent.")
                || name.startsWith("java.lang.ThreadLocal")
                || Set.of("java.lang.StringBuilder", "java.util.BitSet").contains(name)
                || !type.isInterface() && type.isAssignableTo(Iterable.class) && name.startsWith("java.util.")
                || !type.isInterface() && type.isAssignableTo(Map.class)
                || ours && type.getAllFields().stream().anyMatch(ModelRules::isSetAnew);
    }

    /** Of our own fields only: what the JDK keeps in its classes, such as a constant's hash code, differs between two of them. */
    private static boolean isSetAnew(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        return field.getOwner().getName().startsWith("dev.tilab.")
                && !modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.FINAL);
    }

    /** A method, constructor or field of somebody's, called, read or referred to. */
    private record Used(JavaAccess<?> access) {

        JavaClass owner() {
            return access.getTargetOwner();
        }

        String packageName() {
            return owner().getPackageName();
        }

        String name() {
            return access.getName();
        }

        boolean of(String... types) {
            return Set.of(types).contains(owner().getName());
        }

        boolean called(String... names) {
            return Set.of(names).contains(name());
        }

        /** How many parameters; −1 for a field, such as π. */
        int arity() {
            return access.getTarget() instanceof CodeUnitAccessTarget called
                    ? called.getRawParameterTypes().size()
                    : -1;
        }

        String signature() {
            return name() + "/" + arity();
        }
    }
}
