import { printableLines } from '../../printable';
import { isList, type Node } from '../tree';

/**
 * As much of a browser's document as the page's script needs. The project is checked without the types of browsers, so that
 * nothing else can use what Node does not have.
 *
 * https://developer.mozilla.org/docs/Web/API/Document_Object_Model
 */
export interface Part {
  textContent: string | null;
  hidden: boolean;
  value: string;
  readonly id: string;
  readonly dataset: Record<string, string | undefined>;
  readonly classList: { toggle(name: string, on: boolean): void };
  append(...children: (Part | string)[]): void;
  replaceChildren(...children: (Part | string)[]): void;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): Part | null;
  querySelectorAll(selector: string): Iterable<Part>;
  addEventListener(type: string, listener: (event: { readonly target: Part }) => void): void;
  closest(selector: string): Part | null;
}

declare const document: Part & {
  readonly body: Part;
  getElementById(id: string): Part | null;
  createElement(tag: string): Part;
  createElementNS(namespace: string, tag: string): Part;
};
declare const window: { print(): void };

/** Looked up when it is asked for, so that the file can be loaded where there is no document. */
export const page = () => document;

export function print(): void {
  window.print();
}

export function part(id: string): Part {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** Made by the browser's own functions: no text in it can become anything but text. */
export function toDom(node: Node): (Part | string)[] {
  if (node === undefined || node === false) return [];
  if (typeof node === 'string') return [printableLines(node)];
  if (isList(node)) return node.flatMap(toDom);
  const { tag, attributes, children } = node;
  const made =
    tag === 'svg' || tag === 'use'
      ? document.createElementNS('http://www.w3.org/2000/svg', tag)
      : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, printableLines(value));
  made.append(...children.flatMap(toDom));
  return [made];
}
