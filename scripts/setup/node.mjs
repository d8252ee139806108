/** Which Node runs the bundle: this one from 24 on, else the one that npm installed beside it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const LOWEST_NODE = 24;

/** Is the running Node new enough for the bundle? */
export function hostWillDo() {
  return Number(process.versions.node.split('.')[0]) >= LOWEST_NODE;
}

/**
 * The Node 24 that came as an optional dependency.
 * @param {string} tool
 * @returns {string | undefined} its program; undefined where there is none for this kind of machine
 */
export function pinnedNode(tool) {
  const name = `node-${process.platform}-${process.arch}`;
  try {
    const found = createRequire(join(tool, 'package.json')).resolve(`${name}/package.json`);
    return join(dirname(found), 'bin', 'node');
  } catch {
    return undefined;
  }
}

/**
 * Did npm install sharp's own program? One that is run by a Node older than 20.9 leaves it out.
 * @param {string} tool
 */
export function canPreparePictures(tool) {
  const { platform, arch } = process;
  try {
    const sharp = createRequire(createRequire(join(tool, 'package.json')).resolve('sharp'));
    return [`${platform}-${arch}`, `${platform}musl-${arch}`].some((machine) => {
      try {
        return Boolean(sharp.resolve(`@img/sharp-${machine}/package`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}
