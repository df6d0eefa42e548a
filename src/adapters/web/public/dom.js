/** Building the page: every text goes in as a text node, so that nothing a source says can become markup. */

/**
 * @typedef {string | number | boolean | null | undefined | ((event: Event) => void)} Attribute
 * @typedef {Node | string | null | undefined | false} Child
 */

/**
 * Makes an element. `onclick` and the like take functions; `false` and `null` leave an attribute out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Attribute>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Outlines on a grid of 24. */
const PATHS = {
  send: 'M12 19V5M5.5 11.5 12 5l6.5 6.5',
  stop: 'M7 7h10v10H7z',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  done: 'm5 12.5 4.5 4.5L19 7.5',
  alert: 'M12 4.5 3.5 19.5h17zM12 10.5v4M12 17v.1',
  open: 'M14 5h5v5M19 5l-8.5 8.5M17 14v5H5V7h5',
  close: 'm6 6 12 12M18 6 6 18',
  up: 'M7 11v9H4v-9zM7 11l4-7a2 2 0 0 1 2.5 2.5L13 10h5.5a1.5 1.5 0 0 1 1.5 1.8l-1.4 7a1.5 1.5 0 0 1-1.5 1.2H7',
  down: 'M7 13V4H4v9zM7 13l4 7a2 2 0 0 0 2.5-2.5L13 14h5.5a1.5 1.5 0 0 0 1.5-1.8l-1.4-7A1.5 1.5 0 0 0 17.1 4H7',
  arrow: 'M5 12h13M12.5 6.5 18 12l-5.5 5.5',
  retry: 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4',
  accusation: 'M6 21V4.5M6 5h11.5l-2.5 4 2.5 4H6',
  reply: 'M10 6.5 4.5 12l5.5 5.5M4.5 12h9a6 6 0 0 1 6 6v.5',
  measure: 'M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6z',
  contest: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3v.5M12 19v.1',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  auto: 'M12 3.5a8.5 8.5 0 1 0 0 17zM12 3.5a8.5 8.5 0 0 1 0 17',
};

/**
 * A decorative drawing: the element that holds it carries the words.
 *
 * @param {keyof typeof PATHS} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/**
 * The element of that id. Throws when the page lacks it.
 *
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page lacks #${id}`);
  return element;
}
