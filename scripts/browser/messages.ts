import type { Message } from '../finding.ts';
import { OLDEST_VERSION } from './version.ts';

/** Everything the browser stage says to the person who runs the tool. */

const GET_ONE =
  'Install Chrome, Chromium or Edge, or run `npx puppeteer browsers install chrome-headless-shell`.';

export const noBrowser = (): Message => ({
  severity: 'error',
  code: 'browser/none',
  message: `There is no browser to print with: none of version ${OLDEST_VERSION} or later was found.`,
  hint: `${GET_ONE} If you have one in an unusual place, set PUPPETEER_EXECUTABLE_PATH to its program.`,
});

export const programMissing = (path: string): Message => ({
  severity: 'warning',
  code: 'browser/program-missing',
  message: `PUPPETEER_EXECUTABLE_PATH names "${path}", which is not a file; another browser is used.`,
  hint: 'Set PUPPETEER_EXECUTABLE_PATH to the program of a browser, or unset it.',
});

export const tooOld = (path: string, version: string, chosen: boolean): Message => ({
  severity: chosen ? 'warning' : 'note',
  code: 'browser/too-old',
  message: `The browser "${path}" is version ${version}; its PDFs have faults that version ${OLDEST_VERSION} does not have, so it is not used.`,
  hint: chosen
    ? 'Set PUPPETEER_EXECUTABLE_PATH to a newer browser, or unset it.'
    : 'Update it, or leave it: another browser is looked for.',
});

export const doesNotRun = (path: string, reason: string): Message => ({
  severity: 'warning',
  code: 'browser/does-not-run',
  message: `The browser "${path}" does not run here: ${reason}`,
  hint: `${GET_ONE} If your cache folder forbids programs, set PRESS_CACHE to a folder that allows them.`,
});

export const confined = (path: string): Message => ({
  severity: 'note',
  code: 'browser/confined',
  message: `The browser "${path}" is a snap, which may not read the files of a project, so it is not used.`,
  hint: 'Run `npx puppeteer browsers install chrome-headless-shell` if no other browser is found.',
});

export const notUnpacked = (folder: string, reason: string): Message => ({
  severity: 'warning',
  code: 'browser/not-unpacked',
  message: `The browser that comes with the tool was not unpacked into "${folder}": ${reason}`,
  hint: 'Make 250 MB of room there, or set PRESS_CACHE to another folder that only you may write.',
});

export const cacheNotPrivate = (folder: string, reason: string): Message => ({
  severity: 'error',
  code: 'browser/cache-not-private',
  message: `The cache folder "${folder}" cannot be used: ${reason}`,
  hint: 'Set PRESS_CACHE to a folder that belongs to you.',
});

export const noFonts = (folders: readonly string[]): Message => ({
  severity: 'error',
  code: 'browser/no-fonts',
  message: `There is no font in ${folders.map((folder) => `"${folder}"`).join(' or ')}; pages would be printed without any text.`,
  hint: 'Install the tool again: its fonts lie in templates/fonts/.',
});

export const withoutSandbox = (why: 'root' | 'refused'): Message => ({
  severity: 'note',
  code: 'browser/without-sandbox',
  message:
    why === 'root'
      ? 'The browser runs without its sandbox, because it is run as root.'
      : 'The browser runs without its sandbox, because this system does not let it make one.',
  hint:
    why === 'root'
      ? 'Run the tool as an ordinary user if the content is not your own.'
      : 'Allow unprivileged user namespaces for the browser if the content is not your own.',
});

export const notStarted = (path: string, reason: string): Message => ({
  severity: 'error',
  code: 'browser/not-started',
  message: `The browser "${path}" did not start: ${reason}`,
  hint: 'Run `press doctor`, which says what it lacks, or set PUPPETEER_EXECUTABLE_PATH to another browser.',
});

export const refusedAddress = (name: string, address: string): Message => ({
  severity: 'error',
  code: 'browser/refused-address',
  message: `${name} asks for "${short(address)}", which is not a file of the project; it was not loaded.`,
  hint: 'Put the file into the project and refer to it there, or remove what asks for it.',
});

export const missingFile = (name: string, file: string): Message => ({
  severity: 'error',
  code: 'browser/missing-file',
  message: `${name} asks for the file "${short(file)}", which does not exist.`,
  hint: 'Put the file there, or correct the reference to it.',
});

export const refusedElement = (name: string, element: string): Message => ({
  severity: 'error',
  code: 'browser/refused-element',
  message: `${name} contains ${short(element)}, which may load or run something; it was left out.`,
  hint: 'Remove it from the content or the template.',
});

export const brokenPicture = (name: string, picture: string): Message => ({
  severity: 'error',
  code: 'browser/broken-picture',
  message: `${name} shows the picture "${short(picture)}", which the browser cannot draw.`,
  hint: 'Open the picture in an editor and save it again as JPEG, PNG or SVG.',
});

export const brokenFont = (name: string, family: string): Message => ({
  severity: 'error',
  code: 'browser/broken-font',
  message: `${name} is set in the font "${short(family)}", whose file cannot be loaded or read.`,
  hint: 'Put a sound TrueType or OpenType font in the place of its file.',
});

export const crashed = (name: string): Message => ({
  severity: 'error',
  code: 'browser/crashed',
  message: `${name} was not made: the browser broke down twice while it was laid out or printed.`,
  hint: 'Build it alone with `--jobs 1`; if it breaks down again, take out its largest pictures and charts one by one.',
});

export const tooSlow = (name: string, pages: number, limitMs: number): Message => ({
  severity: 'error',
  code: 'browser/too-slow',
  message: `${name} was not made: twice it was not ready within ${Math.ceil(limitMs / 1000)} seconds, the limit for ${pages} ${pages === 1 ? 'page' : 'pages'}.`,
  hint: 'Build it alone with `--jobs 1`; if it is too slow again, divide it or take out its largest pictures and charts.',
});

/** Addresses can be whole pictures (`data:`): the beginning tells which it is. */
function short(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
