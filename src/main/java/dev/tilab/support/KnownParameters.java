package dev.tilab.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses a parameter that an address does not know ({@code ?mnth=2025-03}): the list would be another one than was asked for, without a
 * word. What an address knows is what its method takes as a {@link RequestParam}; a method that takes all of them, or the request,
 * checks them itself. Only the first page and addresses of pages that end in the name of one thing, a day's, stay open to what mails and
 * other sites append to links. To a program's days and files nobody appends anything: there what the query says is known or wrong,
 * whatever the method, for a {@code DELETE} with {@code ?dryRun=true} would delete.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    private static final String DAYS_FOR_PROGRAMS = "/api/v1/entries";

    private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final MessageSource messages;
    private final LocaleResolver locales;

    KnownParameters(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        boolean ofDay = pattern(request).startsWith(DAYS_FOR_PROGRAMS)
                && Arrays.stream(method.getMethodParameters()).noneMatch(KnownParameters::takesAllParameters);
        if (!ofDay && (!List.of("GET", "HEAD").contains(request.getMethod()) || !isStrict(method, request))) {
            return true;
        }
        List<String> known = known(method);
        // A day's body is never a form; asked for its parameters, it would be read as one.
        Set<String> given = ofDay ? inQuery(request) : request.getParameterMap().keySet();
        List<String> unknown =
                given.stream().filter(name -> !known.contains(name)).sorted().toList();
        if (unknown.isEmpty()) {
            return true;
        }
        Locale locale = locales.resolveLocale(request);
        List<ProblemRow> rows = new ArrayList<>();
        unknown.forEach(name -> rows.add(row(name, request.getParameter(name), known, locale)));
        request.setAttribute(ErrorPages.KIND, "unknown-parameter");
        request.setAttribute(ErrorPages.WRONG, rows);
        request.setAttribute(ErrorPages.WITHOUT, without(unknown, request));
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return false;
    }

    private static boolean isStrict(HandlerMethod method, HttpServletRequest request) {
        String pattern = pattern(request);
        return method.getBeanType().getPackageName().startsWith("dev.tilab")
                && !method.getBeanType().equals(ErrorPages.class)
                && !pattern.equals("/")
                && !pattern.endsWith("}")
                && Arrays.stream(method.getMethodParameters()).noneMatch(KnownParameters::takesAll);
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static Set<String> inQuery(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet();
    }

    private static boolean takesAll(MethodParameter parameter) {
        return HttpServletRequest.class.isAssignableFrom(parameter.getParameterType()) || takesAllParameters(parameter);
    }

    private static boolean takesAllParameters(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class)
                && Map.class.isAssignableFrom(parameter.getParameterType());
    }

    private List<String> known(HandlerMethod method) {
        List<String> known = new ArrayList<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                parameter.initParameterNameDiscovery(names);
                known.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
            }
        }
        return known;
    }

    private ProblemRow row(String name, String value, List<String> known, Locale locale) {
        String options = String.join(", ", known);
        Object[] arguments = {OneLine.of(name, 80), options};
        String key = "error.unknown-parameter." + (known.isEmpty() ? "none" : "known");
        return new ProblemRow(
                name,
                value,
                "unknown-parameter",
                Map.of("options", options),
                messages.getMessage(key, arguments, locale));
    }

    /** The same address without them. */
    private static String without(List<String> unknown, HttpServletRequest request) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getServletPath());
        Map<String, String> kept = request.getParameterMap().entrySet().stream()
                .filter(one -> !unknown.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()[0]));
        kept.keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(kept).toUriString();
    }
}
