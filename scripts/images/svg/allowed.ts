export const svgNamespace = 'http://www.w3.org/2000/svg';
export const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/** Elements that draw with lines and areas, and what they are made of. */
export const drawing: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'clipPath'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop'],
]);

/** Elements that draw nothing: left out without a word. */
export const silent: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);

/** Elements that are refused, and as what. All others are refused as unknown. */
export const refused: Readonly<Record<string, Refusal>> = {
  script: 'script',
  ...each('animation', ['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set']),
  ...each('animation', ['discard', 'mpath']),
  ...each('web-page', ['foreignObject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas']),
  ...each('picture', ['image', 'feImage']),
  ...each('text', ['text', 'tspan', 'textPath', 'tref', 'altGlyph']),
  ...each('effect', ['filter', 'mask', 'pattern', 'marker', 'meshgradient', 'hatch']),
  a: 'link',
};

export type Refusal =
  | 'script'
  | 'animation'
  | 'web-page'
  | 'picture'
  | 'text'
  | 'effect'
  | 'link'
  | 'unknown';

/** Attributes that say where and how large. */
export const geometry: ReadonlySet<string> = new Set([
  ...['d', 'points', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry'],
  ...['fx', 'fy', 'fr', 'width', 'height', 'offset', 'pathLength', 'viewBox'],
  ...['preserveAspectRatio', 'transform', 'gradientTransform', 'gradientUnits'],
  ...['spreadMethod', 'clipPathUnits'],
]);

/** Properties that may be written as attributes, in `style` or in a style sheet (SVG 2, 6.6). */
export const properties: ReadonlySet<string> = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray'],
  ...['stroke-dashoffset', 'vector-effect', 'opacity', 'color', 'display', 'visibility'],
  ...['clip-path', 'clip-rule', 'stop-color', 'stop-opacity', 'paint-order', 'overflow'],
]);

/** Properties that change what is seen in a way that does not print as lines and areas: refused unless they are off. */
export const effects: ReadonlySet<string> = new Set([
  ...['filter', 'mask', 'mask-image', 'mix-blend-mode', 'background-image', 'backdrop-filter'],
  ...['marker', 'marker-start', 'marker-mid', 'marker-end', 'animation', 'animation-name'],
]);

function each(refusal: Refusal, names: readonly string[]): Record<string, Refusal> {
  return Object.fromEntries(names.map((name) => [name, refusal]));
}
