import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '../../scripts/content/model.ts';
import type { ColourRole, InstitutionFacts } from '../../scripts/content/schema/institution.ts';
import { collector } from '../../scripts/finding.ts';
import { lintColours } from '../../scripts/layout/contrast.ts';

const house: Record<ColourRole, string> = {
  deep: '#630041',
  accent: '#ec5f5a',
  second: '#b2dbd2',
  pale: '#fef1ee',
  black: '#000000',
};

function said(changes: Partial<Record<ColourRole, string>>): string[] {
  const colours = Object.fromEntries(
    Object.entries(changes).map(([role, srgb]) => [role, { srgb }]),
  );
  const places = Object.fromEntries(
    Object.keys(changes).map((role, i) => [`brand.colours.${role}`, { file: 'f.md', line: 5 + i }]),
  );
  const source = { facts: { brand: { colours } }, file: 'f.md', places };
  const { findings, report } = collector();
  lintColours({ ...house, ...changes }, source as unknown as Source<InstitutionFacts>, report);
  assert.ok(findings.every(({ place }) => place?.line === 5));
  return findings.map(({ message }) =>
    /`(\w+)` on `(\w+)` has a contrast of ([\d.]+)/.exec(message)!.slice(1).join(' '),
  );
}

test('each pair of colours that cannot be told apart is said once, at the colour', () => {
  assert.deepEqual(said(house).length, 0);
  assert.deepEqual(said({ deep: '#808080' }), ['deep paper 3.9', 'deep pale 3.5']);
  assert.deepEqual(said({ second: '#333333' }), ['black second 1.6']);
  assert.deepEqual(said({ accent: '#ffcc00' }), ['accent paper 1.5']);
  assert.deepEqual(said({ pale: '#303030' }), ['deep pale 1', 'black pale 1.5']);
  // 4.54:1, the lightest grey that passes.
  assert.deepEqual(said({ deep: '#767676', pale: '#ffffff' }), []);
});
