// What `bin/check-js` lets the modules take for granted of a page: whoever asks for an element by its name knows what it is.
// Types of our own things are written where they are made.
interface ParentNode {
  querySelector(selector: string): any;
  querySelectorAll(selector: string): NodeListOf<any>;
}
interface Element {
  closest(selector: string): any;
}
interface NonElementParentNode {
  getElementById(id: string): any;
}
interface Document {
  getElementById(id: string): any;
  createElement(name: string): any;
  readonly activeElement: any;
}
interface HTMLFormElement {
  readonly elements: any;
}
// Libraries that a page fetches when something is to be drawn.
declare const mermaid: any;
declare const hljs: any;
declare const katex: any;
