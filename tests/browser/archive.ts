import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export interface Entry {
  name: string;
  text?: string;
  /** As in a tar header: `0` a file, `2` a symbolic link, `5` a folder. */
  type?: string;
}

/** A tar archive of these entries. */
export function makeTar(entries: Entry[]): Buffer {
  const blocks = entries.map(({ name, text = '', type = '0' }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000755\0', 100);
    header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(type, 156);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const padding = Buffer.alloc((512 - (text.length % 512)) % 512);
    return Buffer.concat([header, Buffer.from(text), padding]);
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** Archives as the embedded browser's package has them, with a script for a browser. */
export function writeArchives(folder: string, { version = '153.0.1.2', padding = 0 } = {}): string {
  mkdirSync(folder, { recursive: true });
  const script = `#!/bin/sh\necho Chromium ${version}\nexit\n${'#'.repeat(padding)}`;
  const tar = makeTar([
    { name: 'lib/libnss3.so', text: 'nss' },
    { name: 'lib/libexpat.so.1', text: 'expat' },
    { name: 'fonts.conf', text: 'not wanted' },
  ]);
  const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
  writeFileSync(join(folder, 'chromium.br'), brotliCompressSync(script, fast));
  writeFileSync(join(folder, 'al2023.tar.br'), brotliCompressSync(tar, fast));
  return folder;
}
