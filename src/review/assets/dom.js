// @ts-check
'use strict';
// Making elements. Values of documents only ever become text, never markup.

/**
 * @typedef {string | Node | null | undefined} Child
 * @typedef {Record<string, string | number | boolean | null | undefined>} Attributes
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} attributes false, null and undefined leave an attribute out, true sets it empty
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  // Published text says that it is Japanese; everything else is the page's own word.
  const own = attributes['lang'] !== 'ja';
  setAttributes(
    element,
    own
      ? Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' && SPOKEN.includes(name) ? t(value) : value]))
      : attributes,
  );
  for (const child of children) if (child !== null && child !== undefined) element.append(own && typeof child === 'string' ? t(child) : child);
  return element;
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} attributes
 * @param {...SVGElement} children
 * @returns {SVGElementTagNameMap[T]}
 */
function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * @param {Element} element
 * @param {Attributes} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    // The page's policy allows no style in markup, only through the object model.
    if (name === 'style' && element instanceof HTMLElement) element.style.cssText = String(value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/**
 * An element of the shell, which is always there.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function shell(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page lacks #${id}`);
  return element;
}

/**
 * A number that an element carries: `data-spot="12"`.
 * @param {EventTarget | null} target
 * @param {string} name
 * @returns {{ element: Element, index: number } | undefined} of the element or the nearest around it
 */
function carried(target, name) {
  const element = target instanceof Element ? target.closest(`[data-${name}]`) : null;
  if (!element) return undefined;
  return { element, index: Number(element.getAttribute(`data-${name}`)) };
}

/** Says something to a screen reader. @param {string} text */
function say(text) {
  shell('status', HTMLElement).textContent = t(text);
}

/** A column as the page's language names it. @param {Field} field */
function nameOfField(field) {
  return reviewList.language === 'ja' ? field.label : field.name;
}

/** What a column holds; the sentence is there in English alone. @param {Field | undefined} field */
function hintOf(field) {
  return reviewList.language === 'ja' ? undefined : field?.about;
}

/** @param {number} count @param {string} one @param {string} [many] */
function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

let lastPointer = '';

/** True where the pointer itself moved: what scrolls under a resting one is not pointed at. @param {PointerEvent} event */
function isPointed(event) {
  const at = `${event.clientX} ${event.clientY}`;
  const moved = at !== lastPointer;
  lastPointer = at;
  return moved;
}
