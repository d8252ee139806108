import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collector } from '../../scripts/finding.ts';
import { checkFont, type FontWants } from '../../scripts/fonts/check.ts';
import { builtIn, renameTable, tableOffset } from './built-in.ts';

const place = { file: 'content/institution.md', line: 12 };

async function check(bytes: Uint8Array, wants: FontWants = {}) {
  const { findings, report } = collector();
  const font = await checkFont(bytes, 'fonts/own.ttf', wants, report, place);
  return { font, findings, codes: findings.map(({ code }) => code) };
}

describe('checkFont', () => {
  it('has nothing to say of a good font', async () => {
    const wants = { features: ['smcp', 'onum', 'kern'], characters: 'Tŷ Dŵr £' };
    const { font, findings } = await check(builtIn('SourceSerif4-Regular'), wants);
    assert.deepEqual(findings, []);
    assert.equal(font?.family, 'Source Serif 4');
  });

  it('turns a fault into one finding with its place and returns no font', async () => {
    const { font, findings } = await check(new Uint8Array(100));
    assert.equal(font, undefined);
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.code, 'fonts/not-a-font');
    assert.deepEqual(findings[0]?.place, place);
  });

  it('refuses a variable font', async () => {
    const { codes } = await check(renameTable(builtIn('SourceSans3-Regular'), 'GDEF', 'fvar'));
    assert.deepEqual(codes, ['fonts/variable']);
  });

  it('names a feature that is missing', async () => {
    const { font, findings } = await check(builtIn('SourceSans3-It'), { features: ['smcp'] });
    assert.ok(font);
    assert.equal(findings[0]?.code, 'fonts/no-feature');
    assert.match(findings[0]?.message ?? '', /no small capitals \(smcp\)/);
  });

  it('asks for no lnum or tnum where figures are lining and tabular as they stand', async () => {
    const sans = await check(builtIn('SourceSans3-Regular'), { features: ['lnum', 'tnum'] });
    assert.deepEqual(sans.codes, []);
    const bare = renameTable(builtIn('SourceSerif4-Regular'), 'GSUB', 'XXXX');
    assert.deepEqual((await check(bare, { features: ['lnum', 'tnum', 'onum'] })).codes, [
      'fonts/no-feature',
    ]);
  });

  it('names characters that are missing', async () => {
    const { findings } = await check(builtIn('SourceSans3-Regular'), { characters: 'a中国' });
    assert.equal(findings[0]?.code, 'fonts/no-characters');
    assert.match(findings[0]?.message ?? '', /lacks characters: 中 国\./);
  });

  it('reports a licence that forbids embedding, and not one that limits it', async () => {
    const bytes = builtIn('SourceSans3-Regular');
    const at = tableOffset(bytes, 'OS/2') + 8;
    const view = new DataView(bytes.buffer);
    view.setUint16(at, 2);
    assert.deepEqual((await check(bytes)).codes, ['fonts/no-embedding']);
    view.setUint16(at, 4);
    assert.deepEqual((await check(bytes)).codes, []);
  });

  it('refuses a file that is too large before reading it', async () => {
    assert.deepEqual((await check(new Uint8Array(41 * 1024 * 1024))).codes, ['fonts/too-large']);
  });
});
