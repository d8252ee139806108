/** What set-up can say, in the form of every finding: what failed, and what to do about it. */

/** @typedef {{ severity: 'error', code: string, message: string, hint: string }} Message */

/** @param {string} found @returns {Message} */
export const nodeNeeded = (found) => ({
  severity: 'error',
  code: 'setup/node',
  message: `Node 24 or later is needed; this is Node ${found}, and no Node 24 comes with the package for this kind of machine.`,
  hint: 'Install Node 24 from nodejs.org or your system’s packages, then run the command again.',
});

/** @returns {Message} */
export const noNpm = () => ({
  severity: 'error',
  code: 'setup/no-npm',
  message: 'The dependencies are not installed, and the npm command was not found.',
  hint: 'Install npm (it comes with Node from nodejs.org), then run the command again.',
});

/** @param {string} detail @returns {Message} */
export const noNetwork = (detail) => ({
  severity: 'error',
  code: 'setup/no-network',
  message: `The dependencies are not installed, and the package registry cannot be reached (${detail}).`,
  hint: 'Connect to the network, or set npm’s proxy or registry, then run the command again. It is needed once.',
});

/** @param {string} detail @returns {Message} */
export const installFailed = (detail) => ({
  severity: 'error',
  code: 'setup/install',
  message: `npm could not install the locked dependencies: ${detail}`,
  hint: 'Run “npm ci --ignore-scripts” to see all that npm says, and mend that first.',
});

/** @param {string} detail @returns {Message} */
export const bundleFailed = (detail) => ({
  severity: 'error',
  code: 'setup/bundle',
  message: `The sources in scripts/ could not be bundled: ${detail}`,
  hint: 'Mend the file named above, then run the command again.',
});

/** @param {string} folder @param {string} detail @returns {Message} */
export const cannotWrite = (folder, detail) => ({
  severity: 'error',
  code: 'setup/not-writable',
  message: `Set-up cannot write to ${folder} (${detail}).`,
  hint: 'Make the folder writable for this user, or clone the repository somewhere of your own.',
});

/** @returns {Message} */
export const noBundle = () => ({
  severity: 'error',
  code: 'setup/no-bundle',
  message: 'The installed package is not whole: its bundle is missing.',
  hint: 'Install the package again.',
});

/** @param {string} host @returns {Message} */
export const picturesMissing = (host) => ({
  severity: 'error',
  code: 'setup/no-pictures',
  message: `The part that prepares pictures (sharp) is not installed: npm leaves it out when Node is older than 20.9, and this is Node ${host}.`,
  hint: 'Install the package again with Node 20.9 or later.',
});

/** A mistake that set-up knows how to tell; anything else that is thrown is a fault of the tool. */
export class SetupFailure extends Error {
  /** @param {Message} finding */
  constructor(finding) {
    super(finding.message);
    this.finding = finding;
  }
}

/** @param {Message} finding */
export function asText(finding) {
  return `error: ${finding.message} [${finding.code}]\n  ${finding.hint}\n`;
}
