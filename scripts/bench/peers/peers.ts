import { join } from 'node:path';
import { type Equipment, PYTHON_PEERS } from './equip.ts';
import { at, byNpm, byPython, type Peer } from './peer.ts';

/** Which HTML: both are printed by each peer that prints HTML. */
type Given = 'our very pages' | 'natural HTML';

/** Puppeteer as most people use it; once for a piece, or twice for a book's page numbers. */
export function bareScript(equipment: Equipment, given: Given, twice = false): Peer {
  const isNatural = given === 'natural HTML';
  const output = isNatural ? '-natural-bare.pdf' : '-bare.pdf';
  return byNpm(equipment, {
    tool: twice ? 'bare two-pass puppeteer script' : 'bare puppeteer script',
    package: 'puppeteer',
    ...{ given, output },
    args: (folder, piece) => [
      join(folder, 'bare.mjs'),
      at(piece, isNatural ? '-natural.html' : '.html'),
      at(piece, output),
      ...(isNatural ? ['--running'] : []),
      ...(twice ? ['--twice'] : []),
    ],
  });
}

function weasyPrint({ python }: Equipment, given: Given): Peer {
  const isNatural = given === 'natural HTML';
  const output = isNatural ? '-natural-weasyprint.pdf' : '-weasyprint.pdf';
  return byPython(python.weasyprint, {
    tool: 'WeasyPrint',
    version: PYTHON_PEERS.weasyprint,
    ...{ given, output },
    args: (piece) => [
      join(piece.folder, 'print_weasyprint.py'),
      at(piece, isNatural ? '-natural-boxes.html' : '.html'),
      at(piece, output),
    ],
  });
}

function paged(equipment: Equipment, given: Given): Peer {
  const isNatural = given === 'natural HTML';
  const output = isNatural ? '-natural-paged.pdf' : '-paged.pdf';
  return byNpm(equipment, {
    tool: 'pagedjs-cli',
    package: 'pagedjs-cli',
    ...{ given, output },
    args: (folder, piece) => [
      join(folder, 'node_modules/pagedjs-cli/src/cli.js'),
      at(piece, isNatural ? '-natural-boxes.html' : '-paged.html'),
      '--output',
      at(piece, output),
      `--browserArgs=${noSandbox}`,
    ],
  });
}

// Chromium has no sandbox for root. An argument there must be: this one does nothing.
const noSandbox = process.getuid?.() === 0 ? '--no-sandbox' : '--disable-sync';

/** All that print a course sheet; those that print HTML do so twice, on our pages and on natural HTML. */
export function sheetPeers(equipment: Equipment, fonts: string): Peer[] {
  return [
    bareScript(equipment, 'our very pages'),
    bareScript(equipment, 'natural HTML'),
    weasyPrint(equipment, 'our very pages'),
    weasyPrint(equipment, 'natural HTML'),
    paged(equipment, 'our very pages'),
    paged(equipment, 'natural HTML'),
    byNpm(equipment, {
      tool: 'md-to-pdf',
      package: 'md-to-pdf',
      given: 'its own markup',
      output: '.pdf',
      args: (folder, piece) => [
        join(folder, 'node_modules/md-to-pdf/dist/cli.js'),
        at(piece, '.md'),
        '--basedir',
        piece.folder,
        '--launch-options',
        JSON.stringify({ args: [noSandbox] }),
      ],
    }),
    byPython(equipment.python.typst, {
      tool: 'Typst from Python',
      version: PYTHON_PEERS.typst,
      given: 'its own markup',
      output: '-typst.pdf',
      args: (piece) => [
        join(piece.folder, 'print_typst.py'),
        join(piece.folder, 'sheet.typ'),
        at(piece, '.json'),
        at(piece, '-typst.pdf'),
        fonts,
      ],
    }),
  ];
}
