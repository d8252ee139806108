import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../world.ts';
import { makePrivate } from './private-folder.ts';

/**
 * Writes a fontconfig folder of our own, whose only fonts are those in the folders given (and the
 * folders in them), and returns it for `FONTCONFIG_PATH`. With no font known to it Chromium prints
 * pages without any text and says nothing; with the machine's fonts one of them could slip in.
 * Systems other than Linux do not ask fontconfig. It lies in the user's cache, with what fontconfig
 * keeps of the fonts it has read: a project that is built for the first time finds it there.
 *
 * @param fontFolders absolute
 * @throws NotPrivate if the cache folder cannot be used
 */
export function writeFontconfig(world: World, fontFolders: readonly string[]): string {
  const home = join(makePrivate(world.userCache), 'fontconfig');
  const folders = fontFolders.map((folder) => `  <dir>${escapeXml(folder)}</dir>\n`).join('');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders}  <cachedir>${escapeXml(join(home, 'cache'))}</cachedir>
</fontconfig>
`;
  const folder = join(home, createHash('sha256').update(text).digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true });
  const fresh = join(folder, `fonts.conf.${process.pid}`);
  writeFileSync(fresh, text);
  renameSync(fresh, join(folder, 'fonts.conf'));
  return folder;
}

/** Whether any of the folders has a font that fontconfig can read. */
export function hasFonts(fontFolders: readonly string[]): boolean {
  return fontFolders.some((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) =>
        /\.(ttf|otf|ttc)$/i.test(name),
      );
    } catch {
      return false;
    }
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
