/**
 * The journal's pages: reading a day, writing one, the list by month, the trash and bringing in a file. Every page works
 * without JavaScript; {@code static/js/journal} makes writing pleasant.
 */
package dev.tilab.journal.web;
