import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { World } from '../../world.ts';

/** A file of `templates/charts/` that cannot be used: becomes a finding in `drawChart`. */
export class TemplateFault extends Error {
  /** Relative to the project or the tool. */
  readonly file: string;

  constructor(file: string, detail: string) {
    super(detail);
    this.file = file;
  }
}

/** A file of `templates/charts/`, read. */
export interface TemplateFile {
  text: string;
  json: unknown;
}

/** The JSON of a file of `templates/charts/`: the project's own, if it has one, else the tool's. Throws `TemplateFault`. */
export function readTemplate({ project, tool }: World, name: string): TemplateFile {
  const path = `templates/charts/${name}`;
  const own = fileAt(join(project, path));
  const found = own ?? fileAt(join(tool, path));
  if (!found) throw new TemplateFault(path, 'there is no such file');
  const kept = files.get(found.file);
  if (kept?.stamp === found.stamp) return kept;
  if (!realpathSync(found.file).startsWith(realpathSync(own ? project : tool) + sep)) {
    throw new TemplateFault(path, 'it is a link that leads out of the project');
  }
  const text = readFileSync(found.file, 'utf8');
  const read = { text, json: parse(text, path), stamp: found.stamp };
  files.set(found.file, read);
  return read;
}

/** Read before, by path: a build draws many charts with a few files. */
const files = new Map<string, TemplateFile & { stamp: string }>();

/** A file, and what changes when it is written or replaced. */
function fileAt(file: string): { file: string; stamp: string } | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && { file, stamp: `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` };
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TemplateFault(path, 'it is not JSON');
  }
}
