import { relative } from 'node:path';
import { isClone } from '../setup/sources.mjs';
import type { World } from '../world.ts';

/** What the user has to type for `press`: in a clone, and where npm ran it, that is no command. */
export function calledAs({ tool, env }: Pick<World, 'tool' | 'env'>): string {
  if (isClone(tool)) {
    const folder = relative(process.cwd(), tool);
    if (env.npm_lifecycle_event || folder === '') return 'npm run press --';
    return `node ${folder}/scripts/press.mjs`.replaceAll('\\', '/');
  }
  return env.npm_command ? 'npx press' : 'press';
}

/** Commands within a message, as the user has to type them. */
export function asCalled(text: string, press: string): string {
  return text.replace(
    /(?<=^|[`“\s])press(?= (?:build|watch|lint|list|init|doctor|bench|--help)\b)/g,
    () => press,
  );
}
