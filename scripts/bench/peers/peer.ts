import { join } from 'node:path';
import type { Command } from '../process.ts';
import { type Equipment, NPM_PEERS, type Tool } from './equip.ts';

/** What peers print: files in one folder, all of the same course. */
export interface Piece {
  folder: string;
  slug: string;
}

/**
 * What a peer is given: the pages that we print, broken and with pictures at their size; or the same
 * content, to break and to crop by its own means, as natural HTML or in its own markup.
 */
export type Given = 'our very pages' | 'natural HTML' | 'its own markup';

/** Another way to a PDF of the same content. */
export interface Peer {
  name: string;
  version: string;
  /** Why it cannot be run here. */
  missing: string | undefined;
  given: Given;
  print(piece: Piece): Command;
  /** Where its PDF lies then. */
  output(piece: Piece): string;
}

/** How a tool is called, without what it runs on. Endings follow the slug of a piece. */
export interface Recipe {
  /** The tool; a row adds which HTML it printed. */
  tool: string;
  given: Given;
  output: string;
}

export function byNpm(
  { npm, browser }: Equipment,
  recipe: Recipe & {
    package: keyof typeof NPM_PEERS;
    args(folder: string, piece: Piece): string[];
  },
): Peer {
  const program = 'path' in browser ? browser.path : '';
  return {
    ...described(recipe),
    version: `${NPM_PEERS[recipe.package]}, Chromium ${browser.version ?? ''}`,
    missing: reason(npm) ?? reason(browser),
    print: (piece) => ({
      program: process.execPath,
      args: recipe.args('path' in npm ? npm.path : '', piece),
      env: { PUPPETEER_EXECUTABLE_PATH: program, NODE_NO_WARNINGS: '1' },
    }),
  };
}

export function byPython(
  python: Tool,
  recipe: Recipe & { version: string; args(piece: Piece): string[] },
): Peer {
  return {
    ...described(recipe),
    version: recipe.version,
    missing: reason(python),
    print: (piece) => ({
      program: 'path' in python ? python.path : '',
      args: recipe.args(piece),
    }),
  };
}

function described({ tool, given, output }: Recipe): Pick<Peer, 'name' | 'given' | 'output'> {
  const name = given === 'its own markup' ? tool : `${tool} on ${given}`;
  return { name, given, output: (piece) => at(piece, output) };
}

function reason(tool: Tool): string | undefined {
  return 'missing' in tool ? tool.missing : undefined;
}

/** A file of a piece. */
export function at({ folder, slug }: Piece, ending: string): string {
  return join(folder, `${slug}${ending}`);
}
