import type { Message } from '../finding.ts';

export const unknownPart = (name: string, known: readonly string[]): Message => ({
  severity: 'error',
  code: 'bench/unknown-part',
  message: `There is nothing called “${name}” to measure.`,
  hint: `Name some of ${known.join(', ')}, or none for all.`,
});

export const peersNeedClone = (): Message => ({
  severity: 'error',
  code: 'bench/peers-need-a-clone',
  message: 'What the peers are run with is not in the installed package.',
  hint: 'Run “npm run bench -- --peers” in a clone of the repository.',
});

export const notMeasured = (reason: string): Message => ({
  severity: 'error',
  code: 'bench/not-measured',
  message: `What was to be measured failed. ${reason}`,
  hint: 'Run “press doctor”, then the command that failed by itself.',
});
