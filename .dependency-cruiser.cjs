/**
 * Which folder may import which. Content flows one way through the stages; what is of use to all
 * knows none of them. `tests/setup/code.test.ts` holds the sources to this.
 */

/** In order: a stage may import those before it; two in one row know nothing of each other. */
const STAGES = [
  ['content'],
  ['images', 'charts'],
  ['layout'],
  ['browser'],
  ['assemble'],
  ['finish'],
  ['check'],
];

/** Of use to every stage: they know PDF objects and font tables, not courses. */
const TOOLBOXES = ['pdf', 'fonts'];

/** Open to all, so they know nobody. */
const GROUND = ['finding', 'world', 'promise', 'last-use', 'once', 'turn'];

const ground = `^scripts/(${GROUND.join('|')})\\.ts$`;

const within = (folders) => `^scripts/(${folders.join('|')})/`;

const rules = STAGES.flatMap((row, index) =>
  row.map((stage) => {
    const open = [stage, ...STAGES.slice(0, index).flat(), ...TOOLBOXES];
    return {
      name: `${stage}-imports-earlier-stages-only`,
      comment: `${stage}/ may import only: ${open.join(', ')}, and the ground (${GROUND.join(', ')}).`,
      severity: 'error',
      from: { path: within([stage]) },
      to: { path: '^scripts/', pathNot: [within(open), ground] },
    };
  }),
);

module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'toolboxes-know-no-stage',
      comment: 'pdf/ and fonts/ import each other and the ground, and nothing else of ours.',
      severity: 'error',
      from: { path: within(TOOLBOXES) },
      to: { path: '^scripts/', pathNot: [within(TOOLBOXES), ground] },
    },
    {
      name: 'check-does-not-inherit-from-finish',
      comment: 'check/ opens the finished file with fresh eyes: it shares only the reader of pdf/.',
      severity: 'error',
      from: { path: within(['check']) },
      to: { path: within(['finish', 'assemble', 'browser']) },
    },
    {
      name: 'the-ground-imports-nothing',
      comment: 'The ground is open to all, so it knows nobody.',
      severity: 'error',
      from: { path: ground },
      to: { path: '^scripts/', pathNot: '^scripts/setup/folders\\.mjs$' },
    },
    {
      name: 'set-up-is-plain-javascript',
      comment: 'press.mjs and setup/ run in Node 18 before anything is installed or bundled.',
      severity: 'error',
      from: { path: '^scripts/(press\\.mjs|setup/)' },
      to: { path: '\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'What is imported in a ring cannot be read one file at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved-imports',
      comment: 'An import that resolves to nothing would escape all the rules above.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { couldNotResolve: true, pathNot: '^\\.\\./\\.\\./\\.bundle/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.bundle/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
