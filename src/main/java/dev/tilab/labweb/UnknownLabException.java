package dev.tilab.labweb;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address names a lab that does not exist. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class UnknownLabException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String lab;

    UnknownLabException(String lab) {
        super(lab);
        this.lab = lab;
    }

    String lab() {
        return lab;
    }
}
