import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Where the camera stood, as EXIF has it: degrees, minutes, seconds, each as two whole numbers. */
const latitude = [53, 1, 13, 1, 2777, 100];

/** What is planted in each picture, by the name it carries. */
export const plantedWords = [
  'PLANTED-CAMERA',
  'PLANTED-SERIAL',
  'PLANTED-OWNER',
  'PLANTED-XMP',
  'PLANTED-IPTC',
  'PLANTED-COMMENT',
  'PLANTED-TEXT',
  'PLANTED-SQUEEZED',
] as const;

/** What must not be found: the words, and the place in either order of bytes. */
export function plantedNeedles(): { name: string; bytes: Buffer }[] {
  const place = (write: 'writeUInt32LE' | 'writeUInt32BE') => {
    const bytes = Buffer.alloc(latitude.length * 4);
    for (const [i, number] of latitude.entries()) bytes[write](number, i * 4);
    return bytes;
  };
  return [
    ...plantedWords.map((word) => ({ name: word, bytes: Buffer.from(word) })),
    { name: 'the place (II)', bytes: place('writeUInt32LE') },
    { name: 'the place (MM)', bytes: place('writeUInt32BE') },
  ];
}

/** A picture of 2400 x 1800 that says who took it, with what and where, in every way its format has. */
export async function planted(format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  const picture = sharp({
    create: { width: 2400, height: 1800, channels: 3, background: '#7a9a8a' },
  })
    .withExif({
      IFD0: { Make: 'PLANTED-CAMERA', Model: 'PLANTED-CAMERA', Artist: 'PLANTED-OWNER' },
      IFD2: { BodySerialNumber: 'PLANTED-SERIAL' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: latitude.reduce(
          (text, n, i) => `${text}${i % 2 ? '/' : i ? ' ' : ''}${n}`,
          '',
        ),
      },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="PLANTED-XMP"/></rdf:RDF></x:xmpmeta>',
    );
  if (format === 'webp') return picture.webp().toBuffer();
  if (format === 'png') return withText(await picture.png().toBuffer());
  return withSegments(await picture.jpeg().toBuffer());
}

/** APP13 as Photoshop writes it, with the by-line of IPTC (2:80), and a comment. */
function withSegments(jpeg: Buffer): Buffer {
  const words = Buffer.from('PLANTED-IPTC');
  const iptc = Buffer.concat([Buffer.from([0x1c, 2, 80, 0, words.length]), words]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iptc.length);
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, iptc]);
  const app13 = Buffer.concat([
    Buffer.from('Photoshop 3.0\0'),
    resource,
    Buffer.alloc(iptc.length % 2),
  ]);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xed, app13),
    segment(0xfe, Buffer.from('PLANTED-COMMENT')),
    jpeg.subarray(2),
  ]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** Texts, plain and compressed, before the first pixels. */
function withText(png: Buffer): Buffer {
  const at = 8 + 25;
  return Buffer.concat([
    png.subarray(0, at),
    chunk('tEXt', Buffer.from('Comment\0PLANTED-TEXT', 'latin1')),
    chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync('PLANTED-SQUEEZED')])),
    png.subarray(at),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.set(typed, 4);
  bytes.writeUInt32BE(crc32(typed), data.length + 8);
  return bytes;
}
