import type { Message, Severity } from '../finding.ts';

type Say = (code: string, message: string, hint: string) => Message;

/** How a stage words its messages: one function a severity, codes begin with the stage's name. */
export function saying(stage: string): Record<Severity, Say> {
  const as =
    (severity: Severity): Say =>
    (code, message, hint) => ({ severity, code: `${stage}/${code}`, message, hint });
  return { error: as('error'), gap: as('gap'), warning: as('warning'), note: as('note') };
}
