import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { World } from '../world.ts';

/** A file of `templates/charts/` that cannot be used: becomes a finding in `drawChart`. */
export class TemplateFault extends Error {
  /** Relative to the project or the tool. */
  readonly file: string;

  constructor(file: string, detail: string) {
    super(detail);
    this.file = file;
  }
}

/** The JSON of a file of `templates/charts/`: the project's own, if it has one, else the tool's. Throws `TemplateFault`. */
export function readTemplate(world: World, name: string): { text: string; json: unknown } {
  const path = `templates/charts/${name}`;
  const own = join(world.project, path);
  const file = existsSync(own) ? own : join(world.tool, path);
  const root = file === own ? world.project : world.tool;
  if (!existsSync(file)) throw new TemplateFault(path, 'there is no such file');
  if (!realpathSync(file).startsWith(realpathSync(root) + sep)) {
    throw new TemplateFault(path, 'it is a link that leads out of the project');
  }
  const text = readFileSync(file, 'utf8');
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    throw new TemplateFault(path, 'it is not JSON');
  }
}
