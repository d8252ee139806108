const names: Record<number, string> = {
  ...{ 216: 'SOI', 217: 'EOI', 218: 'SOS', 219: 'DQT', 196: 'DHT', 221: 'DRI', 254: 'COM' },
  ...{ 192: 'SOF0', 193: 'SOF1', 194: 'SOF2' },
};

/** The marker segments of a JPEG, in order (ITU-T T.81, table B.1). */
export function markersOf(bytes: Uint8Array): string[] {
  const found: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) throw new Error(`No marker at ${at}`);
    const marker = bytes[at + 1]!;
    found.push(names[marker] ?? (marker >= 0xe0 && marker <= 0xef ? `APP${marker - 0xe0}` : '?'));
    if (marker === 0xd9) return found;
    at += marker === 0xd8 ? 2 : 2 + view.getUint16(at + 2);
    if (marker !== 0xda) continue;
    // Entropy-coded data: in it a marker follows only what is neither a stuffed zero nor a restart.
    while (bytes[at] !== 0xff || bytes[at + 1] === 0 || (bytes[at + 1]! & 0xf8) === 0xd0) at++;
  }
  return found;
}
