import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadPdfium } from '../pages/render.ts';
import type { World } from '../world.ts';
import { readAssets } from './assets.ts';
import type { Board, BoardKeeper } from './board.ts';
import { type Answer, forGood, notFound, openStream, refusal, send } from './http.ts';
import { addressOf } from './navigation-html.ts';
import { pageHtml } from './page-html.ts';
import { openPictures, type Pictures, widths } from './pictures.ts';

/** The local page, served to this machine until it is disposed of. */
export interface Site extends AsyncDisposable {
  address: string;
}

const here = '127.0.0.1';

/**
 * Serves the board on 127.0.0.1, and tells each change of it as a server-sent event, which holds
 * its version.
 *
 * @param port 0 for a free one
 * @returns undefined when the port is taken
 */
export async function openSite(
  keeper: BoardKeeper,
  world: World,
  port: number,
): Promise<Site | undefined> {
  const { board } = keeper;
  const pictures = openPictures(board);
  const routes = openRoutes(board, world, pictures);
  const streams = new Set<ServerResponse>();
  const tell = (stream: ServerResponse) => stream.write(`data: ${board.version}\n\n`);
  const deafen = keeper.listen(() => streams.forEach(tell));
  let hosts: string[] = [];

  const server = createServer((request, response) => {
    const refused = refusal(request, hosts);
    const path = request.url?.split('?')[0] ?? '';
    if (refused) send(response, refused);
    else if (path === '/events') {
      openStream(response);
      tell(response);
      streams.add(response);
      response.on('close', () => streams.delete(response));
    } else {
      routes(path)
        .then((answer) => send(response, answer))
        .catch(() => send(response, { status: 500, body: 'This could not be shown.' }));
    }
  });
  const isOpen = await new Promise<boolean>((resolve, reject) => {
    server.once('listening', () => resolve(true));
    server.once('error', (error: NodeJS.ErrnoException) =>
      ['EADDRINUSE', 'EACCES'].includes(error.code ?? '') ? resolve(false) : reject(error),
    );
    server.listen(port, here);
  });
  if (!isOpen) return undefined;
  const { port: given } = server.address() as AddressInfo;
  hosts = [`${here}:${given}`, `localhost:${given}`];
  return {
    address: `http://${here}:${given}/`,
    [Symbol.asyncDispose]: async () => {
      deafen();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      pictures[Symbol.dispose]();
    },
  };
}

/** Every address is one of a known few; none is ever made into the path of a file. */
function openRoutes(
  board: Readonly<Board>,
  world: World,
  pictures: Pictures,
): (path: string) => Promise<Answer> {
  const assets = readAssets(world.tool);
  const entryAt = (name: string) => board.entries.find(({ id }) => encodeURIComponent(id) === name);
  return async (path) => {
    const asset = assets.get(path);
    if (asset) return asset;
    // Whoever asks for a page will ask for its pictures.
    if (path === '/' || path.startsWith('/publications/')) void loadPdfium();
    if (path === '/') {
      const [first] = board.entries;
      if (first) return { status: 302, headers: { Location: addressOf(first) } };
      return asPage(pageHtml(board, undefined, world.project));
    }
    const [, folder, name] = /^\/(publications|pdf|web|pictures)\/([^/]+)$/.exec(path) ?? [];
    if (!name) return notFound;
    if (folder === 'publications') {
      const entry = entryAt(name);
      return { ...asPage(pageHtml(board, entry, world.project)), status: entry ? 200 : 404 };
    }
    if (folder === 'pdf') {
      const file = name.endsWith('.pdf') && entryAt(name.slice(0, -'.pdf'.length))?.good?.file;
      return file ? { type: 'application/pdf', file } : notFound;
    }
    if (folder === 'web') {
      const file = name.endsWith('.html') && entryAt(name.slice(0, -'.html'.length))?.good?.file;
      return file ? { type: 'text/html; charset=utf-8', file } : notFound;
    }
    const [, print = '', width] = /^([0-9a-f]{32})-(\d{3,4})\.png$/.exec(name) ?? [];
    if (!widths.includes(Number(width))) return notFound;
    const body = await pictures.draw(print, Number(width));
    return body ? { type: 'image/png', body, headers: forGood } : notFound;
  };
}

function asPage(body: string): Answer {
  return { type: 'text/html; charset=utf-8', body };
}
