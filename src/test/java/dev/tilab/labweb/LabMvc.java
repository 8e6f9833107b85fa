package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The lab controllers with everything of theirs and nothing else. */
final class LabMvc {

    private LabMvc() {}

    static MockMvc of(Lab<?>... labs) {
        return of(RunGate.forProcessors(2, new RightOfWay(2)), labs);
    }

    static MockMvc of(RunGate gate, Lab<?>... labs) {
        LabCatalogue catalogue = new LabCatalogue(List.of(labs));
        LabTexts texts = texts();
        AcceptHeaderLocaleResolver locales = new AcceptHeaderLocaleResolver();
        locales.setSupportedLocales(List.of(Locale.ENGLISH, Locale.KOREAN));
        locales.setDefaultLocale(Locale.ENGLISH);
        return MockMvcBuilders.standaloneSetup(
                        new LabApi(catalogue, texts, new RunAnswers(gate, texts), new TimelineAnswer(gate, version(), texts)),
                        new LabPages(catalogue, texts, gate))
                .setControllerAdvice(new LabProblems(texts))
                .setLocaleResolver(locales)
                .setViewResolvers((name, locale) -> name.startsWith("redirect:")
                        ? new org.springframework.web.servlet.view.RedirectView(name.substring("redirect:".length()), true)
                        : (model, request, response) -> {})
                .build();
    }

    static LabTexts texts() {
        return new LabTexts(messages());
    }

    /** Set as application.yaml sets the one of the application. */
    static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/labs",
                "messages/stage",
                "messages/failover",
                "messages/failover-stage",
                "messages/auto-scaling",
                "messages/auto-scaling-stage");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static ModelVersion version() {
        try {
            return ModelVersion.current();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
