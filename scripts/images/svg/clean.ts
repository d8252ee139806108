import { sha256 } from '../../content/inputs.ts';
import type { Message, Place, Report } from '../../finding.ts';
import type { World } from '../../world.ts';
import { readBytes } from '../bytes.ts';
import * as say from '../messages.ts';
import { parseSvg, type SvgDocument, type SvgElement } from './parse.ts';
import { elementsById, referenceFault } from './references.ts';
import { isSvg, type Refuse, sift } from './sift.ts';
import { lengthMm, readViewBox, type ViewBox } from './size.ts';
import { type Rule, readSheet } from './style.ts';
import { writeSvg } from './write.ts';

/** A drawing that can be set into a page. */
export interface CleanSvg {
  /** One element `svg` with a `viewBox` and without a size: no script, style, text, picture, link or outside reference. */
  svg: string;
  viewBox: ViewBox;
  /** The size the file asks for, if it does. */
  widthMm?: number;
  heightMm?: number;
}

const mostBytes = 1_000_000;

/**
 * A drawing of the project (an institution's logo), made harmless. Of its elements and attributes
 * only those on a list are kept; style sheets of plain rules become attributes. Undefined after
 * findings, which stand in the drawing at their line, if it holds anything that could run, move,
 * lead outside, or not print as lines and areas, if it is no SVG, has no size, or is too large.
 */
export async function cleanSvg(
  world: World,
  file: string,
  place: Place,
  report: Report,
): Promise<CleanSvg | undefined> {
  const bytes = readBytes(world, file, place, mostBytes, report);
  if (!bytes) return undefined;
  const text = decode(bytes);
  if (text === undefined) {
    report(say.svgEncoding(file), place);
    return undefined;
  }

  const said = new Set<string>();
  const refuseAt = (message: Message, at: number, length?: number) => {
    const key = `${message.code} ${message.message}`;
    if (!said.has(key)) report(message, { file, ...lineOf(text, at), ...(length && { length }) });
    said.add(key);
  };
  const refuse: Refuse = (message, element, attribute) =>
    attribute === undefined
      ? refuseAt(message, element.at, element.local.length + 1)
      : refuseAt(message, attributeAt(text, element, attribute), attribute.length);

  const document = parseSvg(text);
  if ('fault' in document) {
    refuseAt(say.svgBroken(document.fault, document.reason), document.at);
    return undefined;
  }
  const { root, doctypeAt, sheetAt } = document;
  if (root.local !== 'svg' || !isSvg(root, root)) {
    report(say.notADrawing(file), place);
    return undefined;
  }
  if (doctypeAt !== undefined) refuseAt(say.svgDoctype(), doctypeAt, 9);
  if (sheetAt !== undefined) refuseAt(say.svgOutside('<?xml-stylesheet?>'), sheetAt);

  const kept = sift(root, root, readRules(document, refuse), refuse);
  const size = sizeOf(root);
  if (!size) refuse(say.svgSize(), root);
  if (!kept || !size || said.size > 0) return undefined;
  const byId = elementsById(kept);
  const circle = referenceFault(kept, byId);
  if (circle) {
    refuseAt(say.svgBroken(circle.fault), circle.at);
    return undefined;
  }
  return { svg: writeSvg(kept, byId, size.viewBox, `d${sha256(bytes).slice(0, 8)}`), ...size };
}

/** The rules of all its style sheets, in order. */
function readRules({ root }: SvgDocument, refuse: Refuse): Rule[] {
  const rules: Rule[] = [];
  const visit = (element: SvgElement) => {
    if (element.local === 'style' && isSvg(element, root)) {
      const sheet = readSheet(element.text);
      if (!('fault' in sheet)) rules.push(...sheet);
      else
        refuse(
          /^@import|url\(/i.test(sheet.fault)
            ? say.svgOutside(sheet.fault)
            : say.svgStyle(sheet.fault),
          element,
        );
    }
    element.children.forEach(visit);
  };
  visit(root);
  return rules;
}

function sizeOf(root: SvgElement): Pick<CleanSvg, 'viewBox' | 'widthMm' | 'heightMm'> | undefined {
  const value = (name: string) =>
    root.attributes.find((one) => one.uri === '' && one.local === name)?.value;
  const [widthMm, heightMm] = [lengthMm(value('width')), lengthMm(value('height'))];
  const pixels = (mm: number) => Math.round((mm * 96 * 1000) / 25.4) / 1000;
  const viewBox =
    readViewBox(value('viewBox')) ??
    (widthMm && heightMm ? ([0, 0, pixels(widthMm), pixels(heightMm)] as const) : undefined);
  if (!viewBox) return undefined;
  return { viewBox, ...(widthMm && { widthMm }), ...(heightMm && { heightMm }) };
}

/** UTF-8, with or without a byte-order mark; line ends as `\n`. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

function lineOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

/** Where an attribute of this name begins, or else the element. */
function attributeAt(text: string, { at }: SvgElement, name: string): number {
  const start = text.slice(at).search(new RegExp(`[\\s:]${name}\\s*=`));
  return start < 0 ? at : at + start + 1;
}
