import encodeQR from 'qr';

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
  const bytes = Buffer.byteLength(text);
  if (bytes === 0 || bytes > qrMostBytes) return undefined;
  const dark = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: 1 });
  return { path: outline(dark), modules: dark.length - 2 };
}

/** Right, down, left, up. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** For each of these, where the module ahead on the right lies from the corner one has come to. */
const ahead = [
  [0, 0],
  [-1, 0],
  [-1, -1],
  [0, -1],
] as const;

/**
 * Goes round everything dark, with the dark on the right hand: round holes the other way, so that
 * both fill rules paint them right.
 *
 * @param dark rows of modules, with a border of one light module
 */
function outline(dark: readonly (readonly boolean[])[]): string {
  let path = '';
  // Every way round leads along the upper side of some module: those it has been to.
  const passed = dark.map((row) => row.map(() => false));
  for (let top = 1; top < dark.length; top++) {
    for (let left = 1; left < dark.length; left++) {
      if (!dark[top]![left] || dark[top - 1]![left] || passed[top]![left]) continue;
      path += `M${left - 1} ${top - 1}`;
      let x = left;
      let y = top;
      let direction = 0;
      let length = 0;
      do {
        if (direction === 0) passed[y]![x] = true;
        x += steps[direction]![0];
        y += steps[direction]![1];
        length++;
        const turn = turnAt(x, y, direction, dark);
        if (turn === 0) continue;
        path += `${direction % 2 ? 'v' : 'h'}${direction < 2 ? length : -length}`;
        direction = (direction + turn) % 4;
        length = 0;
      } while (x !== left || y !== top || direction !== 0);
      path += 'z';
    }
  }
  return path;
}

/** By how many quarters to turn right at a corner of modules; where modules only touch there, so that they stay apart. */
function turnAt(
  x: number,
  y: number,
  direction: number,
  dark: readonly (readonly boolean[])[],
): 0 | 1 | 3 {
  const onRight = ahead[direction]!;
  if (!dark[y + onRight[1]]![x + onRight[0]]) return 1;
  const onLeft = ahead[(direction + 3) % 4]!;
  return dark[y + onLeft[1]]![x + onLeft[0]] ? 3 : 0;
}
