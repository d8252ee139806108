import qrcode from 'qrcode-generator';

/** The quiet zone on each side of a code, in modules: layout keeps it clear (ISO/IEC 18004, 6.3.8). */
export const qrQuietZone = 4;

/** A code holds this many bytes at most: version 40, level M, byte mode (ISO/IEC 18004, table 7). */
export const qrMostBytes = 2331;

export interface Qr {
  /** SVG path data of the dark modules, to be filled; one unit is one module, (0, 0) the top left corner of the code. */
  path: string;
  /** Modules on each side, without the quiet zone. */
  modules: number;
}

/**
 * A QR code of a text in UTF-8, error correction level M. Undefined for an empty text and for one
 * of more than `qrMostBytes`. The path follows the outline of dark modules that hang together:
 * between rectangles set side by side, hair lines would show on screens.
 */
export function qrPath(text: string): Qr | undefined {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length === 0 || bytes.length > qrMostBytes) return undefined;
  const code = qrcode(0, 'M');
  // The library makes one byte of each character: it gets the bytes as characters.
  code.addData(String.fromCharCode(...bytes), 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const isDark = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < modules && y < modules && code.isDark(y, x);
  return { path: outline(isDark, modules), modules };
}

/** Clockwise: right, down, left, up. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** Goes round everything dark, with the dark on the right hand: round holes the other way, so that both fill rules paint them right. */
function outline(isDark: (x: number, y: number) => boolean, size: number): string {
  const sides = new Set<string>();
  const name = (x: number, y: number, direction: number) => `${x} ${y} ${direction}`;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y)) continue;
      if (!isDark(x, y - 1)) sides.add(name(x, y, 0));
      if (!isDark(x + 1, y)) sides.add(name(x + 1, y, 1));
      if (!isDark(x, y + 1)) sides.add(name(x + 1, y + 1, 2));
      if (!isDark(x - 1, y)) sides.add(name(x, y + 1, 3));
    }
  }
  let path = '';
  for (const start of sides) {
    let [x, y, direction] = start.split(' ').map(Number) as [number, number, number];
    path += `M${x} ${y}`;
    let length = 0;
    while (sides.delete(name(x, y, direction))) {
      x += steps[direction]![0];
      y += steps[direction]![1];
      length++;
      // To the right first: modules that only touch at a corner stay apart.
      const turn = [1, 0, 3].find((by) => sides.has(name(x, y, (direction + by) % 4)));
      if (turn === 0) continue;
      path += `${direction % 2 ? 'v' : 'h'}${direction < 2 ? length : -length}`;
      length = 0;
      direction = (direction + (turn ?? 0)) % 4;
    }
    path += 'z';
  }
  return path;
}
