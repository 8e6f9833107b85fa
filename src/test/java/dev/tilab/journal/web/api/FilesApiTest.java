package dev.tilab.journal.web.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tilab.journal.attachment.Content;
import dev.tilab.journal.attachment.Pictures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** A program puts a day's pictures where its text looks for them, and takes them back as they were. */
class FilesApiTest extends EntriesApiStory {

    private static final String FILES = "/api/v1/entries/2025-03-06/files";

    @Test
    void aFileIsPutListedReadAndDeletedUnderThePathThatATextSays() throws Exception {
        written();
        byte[] picture = Pictures.png(30, 20);
        perform(put(FILES + "/images/구조 도.png").content(picture))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", FILES + "/images/%EA%B5%AC%EC%A1%B0%20%EB%8F%84.png"))
                .andExpect(jsonPath("$.path").value("images/구조 도.png"))
                .andExpect(jsonPath("$.type").value("image/png"))
                .andExpect(jsonPath("$.width").value(30));
        perform(put(FILES + "/images/구조 도.png").content(picture)).andExpect(status().isOk());
        perform(get(FILES))
                .andExpect(jsonPath("$.files.length()").value(1))
                .andExpect(jsonPath("$.files[0].size").value(picture.length));
        perform(get(FILES + "/images/구조 도.png"))
                .andExpect(content().bytes(picture))
                .andExpect(content().contentType(MediaType.IMAGE_PNG))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        perform(delete(FILES + "/images/구조 도.png")).andExpect(status().isNoContent());
        perform(get(FILES + "/images/구조 도.png"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.title").value("No such file"))
                .andExpect(jsonPath("$.code").value("gone"))
                .andExpect(jsonPath("$.errors[0].field").value("path"))
                .andExpect(jsonPath("$.errors[0].value").value("images/구조 도.png"));
        perform(delete(FILES + "/images/구조 도.png")).andExpect(status().isNotFound());
    }

    @Test
    void whatCannotBeKeptIsRefusedWithTheReason() throws Exception {
        written();
        perform(put(FILES + "/a.png").content("<!doctype html><p>"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.code").value("type"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("text/html")));
        // A program reads the row, as it does at every other address; a number that no file had helps nobody.
        perform(put(FILES + "/a.txt").content(new byte[Content.FILE_BYTES + 4096]))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.errors[0].code").value("too-large"))
                .andExpect(jsonPath("$.errors[0].allowed.max").value(Content.FILE_BYTES))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("10,489,856")));
        perform(put(FILES + "/a.txt").content(new byte[0])).andExpect(status().isBadRequest());
        perform(put(FILES + "/" + "a".repeat(300)).content("a")).andExpect(status().isBadRequest());
        perform(put("/api/v1/entries/2025-03-07/files/a.txt").content("a")).andExpect(status().isNotFound());
        perform(get(FILES + "?from=2025-03-06")).andExpect(status().isBadRequest());
        perform(post(FILES + "/a.txt").content("a")).andExpect(status().isMethodNotAllowed());
        perform(options(FILES + "/a.txt"))
                .andExpect(header().string("Allow", org.hamcrest.Matchers.containsString("DELETE")));
        perform(get(FILES)).andExpect(jsonPath("$.files.length()").value(0));
    }

    private void written() throws Exception {
        perform(put("/api/v1/entries/2025-03-06")
                        .contentType("text/markdown")
                        .content("![](images/구조%20도.png)\n".getBytes(StandardCharsets.UTF_8)))
                .andExpect(status().isCreated());
    }
}
