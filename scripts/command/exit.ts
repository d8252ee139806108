/** How a command ends, for whoever calls it: the one table that help and the README print. */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  machine: 3,
  fault: 4,
  interrupted: 130,
} as const;

export const EXIT_CODES: readonly { code: number; meaning: string }[] = [
  { code: EXIT.done, meaning: 'done' },
  { code: EXIT.findings, meaning: 'findings that fail the build; what failed was not written' },
  { code: EXIT.usage, meaning: 'wrong usage: an unknown command, option or value' },
  { code: EXIT.machine, meaning: 'the machine lacks something: a browser, Node 24, the network' },
  { code: EXIT.fault, meaning: 'a fault of the tool' },
  { code: EXIT.interrupted, meaning: 'interrupted (Ctrl-C)' },
];
