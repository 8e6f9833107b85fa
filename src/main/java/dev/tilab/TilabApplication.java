package dev.tilab;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts TILab: the journal, the labs and the pages that show them. */
@SpringBootApplication
public class TilabApplication {

    public static void main(String[] args) {
        SpringApplication.run(TilabApplication.class, args);
    }
}
