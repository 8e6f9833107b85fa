package dev.tilab.journal.web;

import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.TooLargeException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Hands what no page of the journal answers by itself to the error pages, under its right number. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {

    private static final int UNPROCESSABLE = 422;

    private final MessageSource messages;

    PageErrors(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler(Days.NothingHere.class)
    void nothingHere(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler({TooLargeException.class, MaxUploadSizeExceededException.class})
    void tooLarge(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }

    /** A text that broke no rule when it was saved and is to come back under those of today. */
    @ExceptionHandler(InvalidEntryException.class)
    void invalid(HttpServletResponse response) throws IOException {
        response.sendError(UNPROCESSABLE);
    }

    /** In the words of the reader, with the ways to what there is. */
    @ExceptionHandler(WrongAddressException.class)
    ModelAndView wrongAddress(WrongAddressException wrong, Locale locale) {
        ModelAndView page = new ModelAndView("journal/index-wrong", HttpStatus.BAD_REQUEST);
        page.addObject(
                "problems",
                wrong.problems().stream()
                        .map(problem -> problem.message(messages, locale))
                        .toList());
        return page;
    }

    /** A row's number beyond what a form of ours can have, or parts without a boundary. */
    @ExceptionHandler({InvalidPropertyException.class, MultipartException.class})
    void noForm(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
