package dev.tilab.journal.web;

import dev.tilab.journal.InvalidEntryException;
import dev.tilab.journal.TooLargeException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Hands what no page of the journal answers by itself to the error pages, under its right number. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {

    private static final int UNPROCESSABLE = 422;

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

    /** A row's number beyond what a form of ours can have, or parts without a boundary. */
    @ExceptionHandler({InvalidPropertyException.class, MultipartException.class})
    void noForm(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
