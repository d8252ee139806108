import { join } from 'node:path';
import type { Command } from '../process.ts';
import { type Equipment, NPM_PEERS, PYTHON_PEERS, type Tool } from './equip.ts';

/** What peers print: files in one folder, all of the same course. */
export interface Piece {
  folder: string;
  slug: string;
}

/** Another way to a PDF of the same content. */
export interface Peer {
  name: string;
  version: string;
  /** Why it cannot be run here. */
  missing: string | undefined;
  /** Whether it is given our pages, and must print as many. */
  printsOurPages: boolean;
  print(piece: Piece): Command;
  /** Where its PDF lies then. */
  output(piece: Piece): string;
}

/** Puppeteer as most people use it; once for a piece, or twice for a book's page numbers. */
export function bareScript(equipment: Equipment, twice = false): Peer {
  const name = twice ? 'bare two-pass puppeteer script' : 'bare puppeteer script';
  return byNpm(equipment, {
    name,
    package: 'puppeteer',
    printsOurPages: true,
    output: (piece) => at(piece, '-bare.pdf'),
    args: (folder, piece) => [
      join(folder, 'bare.mjs'),
      at(piece, '.html'),
      at(piece, '-bare.pdf'),
      ...(twice ? ['--twice'] : []),
    ],
  });
}

export function sheetPeers(equipment: Equipment, fonts: string): Peer[] {
  const noSandbox = process.getuid?.() === 0 ? '--no-sandbox' : '--disable-sync';
  const { weasyprint, typst } = equipment.python;
  return [
    bareScript(equipment),
    byPython('WeasyPrint', PYTHON_PEERS.weasyprint, weasyprint, {
      printsOurPages: true,
      output: (piece) => at(piece, '-weasyprint.pdf'),
      args: (piece) => [
        join(piece.folder, 'print_weasyprint.py'),
        at(piece, '.html'),
        at(piece, '-weasyprint.pdf'),
      ],
    }),
    byNpm(equipment, {
      name: 'md-to-pdf',
      package: 'md-to-pdf',
      printsOurPages: false,
      output: (piece) => at(piece, '.pdf'),
      args: (folder, piece) => [
        join(folder, 'node_modules/md-to-pdf/dist/cli.js'),
        at(piece, '.md'),
        '--basedir',
        piece.folder,
        '--launch-options',
        JSON.stringify({ args: [noSandbox] }),
      ],
    }),
    byPython('Typst from Python', PYTHON_PEERS.typst, typst, {
      printsOurPages: false,
      output: (piece) => at(piece, '-typst.pdf'),
      args: (piece) => [
        join(piece.folder, 'print_typst.py'),
        join(piece.folder, 'sheet.typ'),
        at(piece, '.json'),
        at(piece, '-typst.pdf'),
        fonts,
      ],
    }),
    byNpm(equipment, {
      name: 'pagedjs-cli',
      package: 'pagedjs-cli',
      printsOurPages: true,
      output: (piece) => at(piece, '-pagedjs.pdf'),
      args: (folder, piece) => [
        join(folder, 'node_modules/pagedjs-cli/src/cli.js'),
        at(piece, '-plain.html'),
        '--output',
        at(piece, '-pagedjs.pdf'),
        `--browserArgs=${noSandbox}`,
      ],
    }),
  ];
}

interface Recipe {
  printsOurPages: boolean;
  output(piece: Piece): string;
}

function byNpm(
  { npm, browser }: Equipment,
  recipe: Recipe & {
    name: string;
    package: keyof typeof NPM_PEERS;
    args(folder: string, piece: Piece): string[];
  },
): Peer {
  const { name, printsOurPages, output, args } = recipe;
  const program = 'path' in browser ? browser.path : '';
  return {
    name,
    version: `${NPM_PEERS[recipe.package]}, Chromium ${browser.version ?? ''}`,
    missing: reason(npm) ?? reason(browser),
    printsOurPages,
    output,
    print: (piece) => ({
      program: process.execPath,
      args: args('path' in npm ? npm.path : '', piece),
      env: { PUPPETEER_EXECUTABLE_PATH: program, NODE_NO_WARNINGS: '1' },
    }),
  };
}

function byPython(
  name: string,
  version: string,
  python: Tool,
  { printsOurPages, output, args }: Recipe & { args(piece: Piece): string[] },
): Peer {
  return {
    name,
    version,
    missing: reason(python),
    printsOurPages,
    output,
    print: (piece) => ({ program: 'path' in python ? python.path : '', args: args(piece) }),
  };
}

function reason(tool: Tool): string | undefined {
  return 'missing' in tool ? tool.missing : undefined;
}

function at({ folder, slug }: Piece, ending: string): string {
  return join(folder, `${slug}${ending}`);
}
