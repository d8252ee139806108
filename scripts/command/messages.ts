import type { Message } from '../finding.ts';

const didYouMean = (near: string | undefined, otherwise: string) =>
  near ? `Did you mean “${near}”?` : otherwise;

export const unknownCommand = (name: string, near: string | undefined): Message => ({
  severity: 'error',
  code: 'command/unknown-command',
  message: `There is no command “${name}”.`,
  hint: didYouMean(near, 'Run “press --help” for the list of commands.'),
});

export const unknownOption = (
  command: string,
  option: string,
  near: string | undefined,
): Message => ({
  severity: 'error',
  code: 'command/unknown-option',
  message: `“press ${command}” has no option “${option}”.`,
  hint: didYouMean(near, `Run “press ${command} --help” for its options.`),
});

export const valueMissing = (option: string, takes: string): Message => ({
  severity: 'error',
  code: 'command/value-missing',
  message: `“${option}” needs a value.`,
  hint: `Write “${option} ${takes}”.`,
});

export const valueNotTaken = (option: string): Message => ({
  severity: 'error',
  code: 'command/value-not-taken',
  message: `“${option}” takes no value.`,
  hint: `Write “${option}” alone, or leave it out.`,
});

export const valueWrong = (option: string, value: string, wanted: string): Message => ({
  severity: 'error',
  code: 'command/value-wrong',
  message: `“${option}” cannot be “${value}”.`,
  hint: `Give it ${wanted}.`,
});

export const tooMany = (command: string, extra: string): Message => ({
  severity: 'error',
  code: 'command/too-many',
  message: `“press ${command}” does not know what to do with “${extra}”.`,
  hint: `Leave it out, or run “press ${command} --help”.`,
});

export const tooFew = (command: string, takes: string): Message => ({
  severity: 'error',
  code: 'command/too-few',
  message: `“press ${command}” needs ${takes}.`,
  hint: `Write “press ${command} ${takes}”.`,
});

export const fault = (what: string, version: string): Message => ({
  severity: 'error',
  code: 'command/fault',
  message: `The tool itself has failed; your files are not at fault: ${what}`,
  hint: `Report it, with version ${version} and the file it was working on. Once the environment variable PRESS_DEBUG is set to 1, the command prints more to report.`,
});
