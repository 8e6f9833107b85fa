/** What a picture or a file of a day may be: the address by which a text calls it, its content, and the picture as a page shows it. */
package dev.tilab.journal.attachment;
