package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The lab controllers with everything of theirs and nothing else. */
final class LabMvc {

    private LabMvc() {}

    static MockMvc of(Lab<?>... labs) {
        return of(RunGate.forProcessors(2, new RightOfWay(2)), labs);
    }

    /** With pages as their templates write them; the others show their model. */
    static MockMvc rendering(Lab<?>... labs) {
        SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
        templates.setApplicationContext(new StaticApplicationContext());
        templates.setPrefix("classpath:/templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages());
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return of(RunGate.forProcessors(2, new RightOfWay(2)), views, labs);
    }

    static MockMvc of(RunGate gate, Lab<?>... labs) {
        return of(
                gate,
                (name, locale) -> name.startsWith("redirect:")
                        ? new RedirectView(name.substring("redirect:".length()), true)
                        : (model, request, response) -> {},
                labs);
    }

    private static MockMvc of(RunGate gate, ViewResolver views, Lab<?>... labs) {
        LabCatalogue catalogue = new LabCatalogue(List.of(labs));
        LabTexts texts = texts();
        AcceptHeaderLocaleResolver locales = new AcceptHeaderLocaleResolver();
        locales.setSupportedLocales(List.of(Locale.ENGLISH, Locale.KOREAN));
        locales.setDefaultLocale(Locale.ENGLISH);
        return MockMvcBuilders.standaloneSetup(
                        new LabApi(
                                catalogue,
                                texts,
                                new RunAnswers(gate, texts),
                                new TimelineAnswer(gate, version(), texts)),
                        new LabPages(catalogue, texts, gate),
                        new StorySteps(catalogue, gate, texts),
                        new DiagnosisApi(texts, new RunAnswers(gate, texts)),
                        new DoctorPage(texts))
                .setControllerAdvice(new LabProblems(catalogue, texts))
                .setLocaleResolver(locales)
                .setViewResolvers(views)
                .build();
    }

    static LabTexts texts() {
        return new LabTexts(messages());
    }

    /** Set as application.yaml sets the one of the application. */
    static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                MessageKeys.bundles().stream().map(name -> "messages/" + name).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static ModelVersion version() {
        try {
            return ModelVersion.current();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
