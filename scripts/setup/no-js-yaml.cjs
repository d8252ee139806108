/**
 * Stands in the bundle for `js-yaml`, which gray-matter reads at its start and we never call: it
 * would be a tenth of the code that a build reads.
 */
function refuse() {
  throw new Error('Front matter is read by content/yaml.ts, never by js-yaml.');
}

module.exports = { safeLoad: refuse, safeDump: refuse };
