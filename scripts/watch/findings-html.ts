import type { Html } from '../layout/html.ts';
import { byFile, byWeight, type Merged } from '../report/findings.ts';
import { pick, shownPath } from '../report/text.ts';
import { html } from './html.ts';

const mostShown = 100;
/**
 * Findings by file, errors first and notes last, each with its line of the file and what to do
 * about it.
 *
 * @param project its folder: files are named as they are reached from where the watch was started
 */
export function findingsHtml(
  all: readonly Merged[],
  frameOf: (finding: Merged) => string,
  project: string,
): Html {
  const shown = byWeight(pick(all, mostShown));
  const rest = all.length - shown.length;
  return html`${byFile(shown).map(({ file, findings }) =>
    ofFile(file === undefined ? 'The project' : shownPath(project, file), findings, frameOf),
  )}${rest > 0 && html`<p>${rest} more are not shown here: “press lint” lists all.</p>`}`;
}

function ofFile(
  file: string,
  findings: readonly Merged[],
  frameOf: (finding: Merged) => string,
): Html {
  return html`<h3>${file}</h3>
<ul>${findings.map((finding) => one(finding, frameOf(finding)))}</ul>
`;
}

function one({ weight, place, message, hint, code }: Merged, frame: string): Html {
  const words = { error: 'Error', warning: 'Warning', note: 'Note' };
  const line = place?.line;
  return html`<li class="${weight}"><p class="where"><b>${words[weight]}</b>${
    line !== undefined && ` in line ${line}`
  } · ${code}</p>
<p class="message">${withCode(message)}</p>
${frame && html`<pre>${frame}</pre>`}<p class="hint">${withCode(hint)}</p></li>
`;
}

/** What stands between backticks in a message is something to type. */
function withCode(text: string): Html {
  const parts = text.split(/`([^`]*)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
