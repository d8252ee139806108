/** `npm pack` calls this first: the package carries a bundle made from the sources as they are. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpClone } from './clone.mjs';
import { asText, SetupFailure } from './messages.mjs';

try {
  await setUpClone(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  process.stderr.write(asText(error.finding));
  process.exitCode = 1;
}
