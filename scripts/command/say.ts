import type { Message } from '../finding.ts';

/** A message that has no place in a file, as a person reads it. */
export function asText({ severity, code, message, hint }: Message): string {
  return `${severity}: ${message} [${code}]\n  ${hint}\n`;
}
