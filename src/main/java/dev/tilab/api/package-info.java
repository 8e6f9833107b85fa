/** Describes the API of all features in one document (OpenAPI), and shows it as a page. */
package dev.tilab.api;
