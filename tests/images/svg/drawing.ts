import { cleanSvg } from '../../../scripts/images/svg/clean.ts';
import { findings, place, testProject } from '../project.ts';

const head =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">';
/** A drawing with this in it, from its second line on. */
export const svg = (inner: string) => `${head}\n${inner}\n</svg>`;

/** What is made of a drawing, and what is said of it. */
export async function clean(t: Parameters<typeof testProject>[0], data: string | Uint8Array) {
  const { world, write } = testProject(t);
  const { report, found } = findings();
  const drawing = await cleanSvg(world, write('images/logo.svg', data), place, report);
  const said = found.map(({ code, place: at }) => `${code} ${at?.file}:${at?.line}:${at?.column}`);
  return { drawing, said, found };
}

/** One finding in the drawing. */
export const at = (code: string, line: number, column: number) => [
  `images/${code} content/images/logo.svg:${line}:${column}`,
];
