import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { sha256 } from '../content/inputs.ts';
import type { Focus } from '../content/schema/fields.ts';
import type { World } from '../world.ts';
import { readBytes } from './bytes.ts';
import type { Crop, Size } from './crop.ts';
import { type Area, areaOf, seenOf } from './focus.ts';
import { openStore } from './kept.ts';
import { openPicture, sharpVersion } from './sharp.ts';
import { mostBytes, type Slot } from './slot.ts';

/** Takes the picture of a crop: an absolute path below `world.out`, and a JPEG. */
export type KeepProof = (path: string, jpeg: Uint8Array) => void;

/** Changes when the same crop would be drawn otherwise. */
const proofRecipe = 1;

/** The longer side, in pixels. */
const sidePx = 720;

/** What a picture of a crop is drawn from. */
export interface Proof {
  slot: Slot;
  focus: Focus;
  /** The whole picture, upright. */
  original: Size;
  /** SHA-256 of its file. */
  originalHash: string;
  crop: Crop;
}

/** Where the picture of a slot's crop is kept: the same for the same slot, whatever the picture's bytes. */
export function proofPath(world: World, slot: Slot): string {
  const { file, widthMm, heightMm, focus, unseenMm } = slot;
  const name = basename(file, extname(file))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const identity = sha256(JSON.stringify([file, widthMm, heightMm, focus, unseenMm ?? null]));
  const size = `${Math.round(widthMm)}x${Math.round(heightMm)}`;
  const shown = `${[...name].slice(0, 40).join('') || 'picture'}-${size}-${identity.slice(0, 6)}.jpg`;
  return join(world.out, 'report', 'crops', shown);
}

/**
 * A picture of a crop, as JPEG: the whole original, grey and dim where it is not seen, what is seen
 * bright within an outline, the focus marked. Undefined if the original is no longer what it was.
 */
export async function drawProof(
  world: World,
  { slot, focus, original, originalHash, crop }: Proof,
): Promise<Uint8Array | undefined> {
  const { widthMm, heightMm, unseenMm = {} } = slot;
  const seen = seenOf(original, crop, { width: widthMm, height: heightMm }, unseenMm);
  const from = ['proof', proofRecipe, sharpVersion(), originalHash, seen, focus];
  const store = openStore<null>(join(world.cache, 'images'));
  const key = sha256(JSON.stringify(from));
  const kept = store.find(key);
  if (kept) return readFileSync(kept.path);
  const bytes = readBytes(world, slot.file, slot.place, mostBytes, () => {});
  if (!bytes || sha256(bytes) !== originalHash) return undefined;
  const jpeg = await draw(bytes, original, seen, focus);
  store.keep(key, jpeg, null);
  return jpeg;
}

async function draw(
  bytes: Uint8Array,
  original: Size,
  seen: Area,
  focus: Focus,
): Promise<Uint8Array> {
  const scale = sidePx / Math.max(original.width, original.height);
  const size = {
    width: Math.max(1, Math.round(original.width * scale)),
    height: Math.max(1, Math.round(original.height * scale)),
  };
  const whole = await (await openPicture(bytes))
    .autoOrient()
    .resize(size.width, size.height, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer();
  const box = inPixels(seen, size);
  const bright = await (await openPicture(whole)).extract(box).toBuffer();
  return (await openPicture(whole))
    .modulate({ saturation: 0, brightness: 0.4 })
    .composite([
      { input: bright, left: box.left, top: box.top },
      { input: Buffer.from(outlines(size, box, focus)), left: 0, top: 0 },
    ])
    .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

function inPixels(area: Area, { width, height }: Size): Crop {
  const at = (percent: number, whole: number) =>
    Math.min(Math.max(Math.round((percent / 100) * whole), 0), whole);
  const left = Math.min(at(area.left, width), width - 1);
  const top = Math.min(at(area.top, height), height - 1);
  return {
    left,
    top,
    width: Math.max(1, at(area.right, width) - left),
    height: Math.max(1, at(area.bottom, height) - top),
  };
}

/** Lines on a dark casing: seen on any picture. What is seen in white, the focus in yellow. */
function outlines({ width, height }: Size, seen: Crop, focus: Focus): string {
  const area = areaOf(focus);
  const lined = (shape: string, colour: string) =>
    `<g fill="none" stroke="#000" stroke-width="5">${shape}</g><g fill="none" stroke="${colour}" stroke-width="2.5">${shape}</g>`;
  const rect = (box: Crop, inset: number) =>
    `<rect x="${box.left + inset}" y="${box.top + inset}" width="${Math.max(1, box.width - 2 * inset)}" height="${Math.max(1, box.height - 2 * inset)}"/>`;
  const x = (area.left / 100) * width;
  const y = (area.top / 100) * height;
  const mark =
    focus.length === 4
      ? rect(inPixels(area, { width, height }), 2.5)
      : `<circle cx="${x}" cy="${y}" r="12"/><path d="M${x - 22} ${y}h16M${x + 6} ${y}h16M${x} ${y - 22}v16M${x} ${y + 6}v16"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${lined(rect(seen, 1), '#fff')}${lined(mark, '#ffd400')}</svg>`;
}
