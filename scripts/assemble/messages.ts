import type { Message } from '../finding.ts';

export function linkGoesNowhere(target: string): Message {
  return {
    severity: 'error',
    code: 'assemble/link-goes-nowhere',
    message: `A link leads to “${target}”, which no part of the publication has.`,
    hint: 'Correct the name of the target, or put what it names into the publication.',
  };
}
