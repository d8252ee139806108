import type { Html } from '../layout/html.ts';
import type { Merged } from '../report/findings.ts';
import { pick } from '../report/text.ts';
import { html } from './html.ts';

const mostShown = 100;
const turns = ['error', 'warning', 'note'] as const;

/** Findings by file, errors first and notes last, each with its line of the file and what to do about it. */
export function findingsHtml(all: readonly Merged[], frameOf: (finding: Merged) => string): Html {
  const shown = pick(all, mostShown);
  const inTurn = turns.flatMap((turn) => shown.filter(({ weight }) => weight === turn));
  const groups: { file: string; findings: Merged[] }[] = [];
  for (const finding of inTurn) {
    const file = finding.place?.file ?? '';
    if (groups.at(-1)?.file !== file) groups.push({ file, findings: [] });
    groups.at(-1)?.findings.push(finding);
  }
  const rest = all.length - shown.length;
  return html`${groups.map(({ file, findings }) => ofFile(file, findings, frameOf))}${
    rest > 0 && html`<p>${rest} more are not shown here: “press lint” lists all.</p>`
  }`;
}

function ofFile(
  file: string,
  findings: readonly Merged[],
  frameOf: (finding: Merged) => string,
): Html {
  return html`<h3>${file || 'The project'}</h3>
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
