const BLOCK = 512;

export interface TarFile {
  /** With forward slashes, as it stands in the archive. */
  name: string;
  bytes: Uint8Array;
}

/**
 * The plain files of a tar archive (POSIX ustar), one after another: folders are passed over, links
 * and anything else refused, and so is a name that leaves the archive.
 *
 * @throws if the archive is cut short or damaged
 */
export function* readTar(archive: Uint8Array): Generator<TarFile> {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return;
    if (octal(header, 148, 8) !== checksum(header)) throw new Error('the archive is damaged.');
    const name = [text(header, 345, 155), text(header, 0, 100)].filter(Boolean).join('/');
    const type = String.fromCharCode(header[156] ?? 0);
    const size = octal(header, 124, 12);
    const start = at + BLOCK;
    if (start + size > archive.length) throw new Error('the archive is cut short.');
    if (name.startsWith('/') || name.split('/').includes('..')) {
      throw new Error(`the archive names a file outside itself: "${name}".`);
    }
    if (type === '0' || type === '\0') yield { name, bytes: archive.subarray(start, start + size) };
    else if (type !== '5') throw new Error(`the archive holds "${name}", which is no plain file.`);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function text(header: Uint8Array, at: number, length: number): string {
  const field = Buffer.from(header.subarray(at, at + length));
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

function octal(header: Uint8Array, at: number, length: number): number {
  return Number.parseInt(text(header, at, length).trim() || '0', 8);
}

/** The sum of the header's bytes, its own field counted as spaces. */
function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
}
