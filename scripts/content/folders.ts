import type { Report } from '../finding.ts';
import type { Files } from './files.ts';
import * as say from './messages.ts';
import { readName } from './names.ts';
import { type RawFile, readRaw } from './raw.ts';
import { nearest } from './suggest.ts';

const folders = ['courses', 'pages', 'publications', 'snippets', 'images', 'data', 'fonts'];

/** Files that other programs leave behind; nobody means them to be read. */
const leftBehind = /^[.~]|~$|^(?:Thumbs\.db|desktop\.ini)$/i;

/** Says which things in content/ nothing reads, where a slip of the pen is likely. */
export function checkContentFolder(files: Files, report: Report): boolean {
  const names = files.list('content');
  if (!names) {
    report(say.noContent(), { file: 'content' });
    return false;
  }
  for (const name of names) {
    if (leftBehind.test(name) || /^institution(\.[\w-]+)?\.md$/.test(name)) continue;
    const isFolder = name.endsWith('/');
    if (isFolder && folders.includes(name.slice(0, -1))) continue;
    const meant = isFolder ? nearest(name.slice(0, -1), folders) : undefined;
    if (meant) report(say.folderNotRead(name, meant), { file: `content/${name}` });
    else if (!isFolder && /\.md$/i.test(name)) {
      report(say.fileNotRead(name), { file: `content/${name}` });
    }
  }
  return true;
}

/** The slugs that the files of a folder have by their names, whatever is in them. */
export function namedSlugs(folder: string, files: Files): string[] {
  return (files.list(folder) ?? []).flatMap((name) =>
    /\.md$/i.test(name) ? (readName(name).slug ?? []) : [],
  );
}

/** All Markdown files directly in a folder, in the order of their names. */
export function readFolder(folder: string, files: Files, report: Report): RawFile[] {
  const raws: RawFile[] = [];
  for (const name of files.list(folder) ?? []) {
    const file = `${folder}/${name}`;
    if (leftBehind.test(name)) continue;
    if (!/\.md$/i.test(name)) report(say.notRead(name), { file });
    else {
      const raw = readRaw(file, files, report);
      if (raw) raws.push(raw);
    }
  }
  return raws;
}

/**
 * Files by slug: the original first, then its translations. A second file for the same slug and
 * language is reported and left out.
 */
export function bySlug(raws: readonly RawFile[], lang: string, report: Report): RawFile[][] {
  const groups = new Map<string, RawFile[]>();
  const ordered = [...raws].sort((a, b) => Number(a.isTranslation) - Number(b.isTranslation));
  for (const raw of ordered) {
    const group = groups.get(raw.slug) ?? [];
    const twin = group.find((other) => (other.lang ?? lang) === (raw.lang ?? lang));
    if (twin) {
      const [mine, theirs] = [raw.file, twin.file].map((f) => f.normalize('NFC').toLowerCase());
      const place = raw.facts?.places.slug ?? { file: raw.file, line: 1 };
      report(say.slugTwice(raw.slug, twin.file, mine === theirs), place);
    } else group.push(raw);
    groups.set(raw.slug, group);
  }
  return [...groups.values()];
}
