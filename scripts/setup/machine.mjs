/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {{ node?: string }} [engines]
 */

/**
 * Is a package made for this kind of machine, and for no other?
 * @param {LockedPackage} locked
 */
export function isForThisMachine({ os, cpu, libc }) {
  return Boolean(
    os?.includes(process.platform) &&
      cpu?.includes(process.arch) &&
      (!libc || libc.includes(libcHere())),
  );
}

/** The C library of a Linux: glibc says its version, musl says nothing. */
function libcHere() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (
    process.report?.getReport() ?? {}
  );
  return report.header?.glibcVersionRuntime ? 'glibc' : 'musl';
}
