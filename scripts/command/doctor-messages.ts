import type { Message } from '../finding.ts';

/** What `press doctor` finds, and what to do where something is missing. */

export interface Diagnosis {
  /** What was looked at. */
  subject: string;
  /** `missing` ends a build; `weak` works, but not as well as it could. */
  state: 'good' | 'weak' | 'missing';
  found: string;
  /** An instruction; nothing where all is well. */
  hint?: string;
}

/** @param host the version of the user's own, where another one runs; empty where it is unknown */
export const node = (running: string, host: string | undefined): Diagnosis => ({
  subject: 'Node',
  state: 'good',
  found:
    host === undefined
      ? `${running}, yours`
      : `${running}, which came with the package${host ? ` (yours is ${host})` : ''}`,
});

interface Found {
  how: string;
  version: string;
  path: string;
}

/** @param passedOver what was said of a browser that was found first and not used */
export const browser = ({ how, version, path }: Found, passedOver?: Message): Diagnosis => ({
  subject: 'Browser',
  state: passedOver ? 'weak' : 'good',
  found: `${version} (${how}), ${path}${passedOver ? `. ${passedOver.message}` : ''}`,
  ...(passedOver ? { hint: passedOver.hint } : {}),
});

export const browserMissing = (why: Message | undefined, path: string | undefined): Diagnosis => ({
  subject: 'Browser',
  state: 'missing',
  found: why?.message ?? `${path ?? 'the browser'} does not start`,
  hint: why?.hint ?? 'Install Chrome, Chromium or Edge.',
});

export const fonts = (count: number, folder: string): Diagnosis =>
  count > 0
    ? { subject: 'Fonts', state: 'good', found: `${count} files in ${folder}` }
    : {
        subject: 'Fonts',
        state: 'missing',
        found: `none in ${folder}`,
        hint: 'Install the tool again: the files of its templates/fonts/ are missing.',
      };

export const profile = (name: string | undefined, folder: string): Diagnosis =>
  name
    ? { subject: 'Colour profile', state: 'good', found: name }
    : {
        subject: 'Colour profile',
        state: 'missing',
        found: `none for print in ${folder}`,
        hint: 'Install the tool again: the files of its templates/colour/ are missing.',
      };

export const cache = (folder: string): Diagnosis => ({
  subject: 'Cache',
  state: 'good',
  found: `${folder}, private to you`,
});

export const cacheClosed = (folder: string, reason: string): Diagnosis => ({
  subject: 'Cache',
  state: 'missing',
  found: `${folder} cannot be used: ${reason}`,
  hint: 'Set the environment variable PRESS_CACHE to a folder that belongs to you and that you may write to.',
});

export const sandbox = (): Diagnosis => ({
  subject: 'Sandbox',
  state: 'good',
  found: 'the browser runs shut off from the rest of this computer',
});

export const withoutSandbox = ({ message, hint }: Message): Diagnosis => ({
  subject: 'Sandbox',
  state: 'weak',
  found: message,
  hint,
});
