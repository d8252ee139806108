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

export const node = (running: string, host: string | undefined): Diagnosis => ({
  subject: 'Node',
  state: 'good',
  found: host ? `${running}, which came with the package (yours is ${host})` : `${running}, yours`,
});

export const browser = (found: string): Diagnosis => ({ subject: 'Browser', state: 'good', found });

export const browserMissing = (found: string, hint: string): Diagnosis => ({
  subject: 'Browser',
  state: 'missing',
  found,
  hint,
});

export const fonts = (count: number, folder: string): Diagnosis =>
  count > 0
    ? { subject: 'Fonts', state: 'good', found: `${count} files in ${folder}` }
    : {
        subject: 'Fonts',
        state: 'missing',
        found: `none in ${folder}`,
        hint: 'Get the tool again: its templates/fonts/ is not whole.',
      };

export const profile = (name: string | undefined, folder: string): Diagnosis =>
  name
    ? { subject: 'Colour profile', state: 'good', found: name }
    : {
        subject: 'Colour profile',
        state: 'missing',
        found: `no CMYK profile in ${folder}`,
        hint: 'Get the tool again: its templates/colour/ is not whole.',
      };

export const cache = (folder: string): Diagnosis => ({
  subject: 'Cache',
  state: 'good',
  found: `${folder}, private to you`,
});

export const cacheOpen = (folder: string, mode: string): Diagnosis => ({
  subject: 'Cache',
  state: 'weak',
  found: `${folder} is open to others (mode ${mode}); the browser is started from there`,
  hint: `Run “chmod 700 ${folder}”.`,
});

export const cacheClosed = (folder: string, reason: string): Diagnosis => ({
  subject: 'Cache',
  state: 'missing',
  found: `${folder} cannot be written to (${reason})`,
  hint: 'Make the folder writable for you, or set PRESS_CACHE to one that is.',
});

export const sandbox = (): Diagnosis => ({
  subject: 'Sandbox',
  state: 'good',
  found: 'the browser can run in its own',
});

export const sandboxAsRoot = (): Diagnosis => ({
  subject: 'Sandbox',
  state: 'weak',
  found: 'off: the browser has none when root runs it',
  hint: 'Run press as an ordinary user.',
});

export const sandboxForbidden = (setting: string): Diagnosis => ({
  subject: 'Sandbox',
  state: 'weak',
  found: `off: this system allows no user namespaces (${setting})`,
  hint: 'Ask whoever runs the machine to allow them for the browser, or build only content that you trust.',
});
