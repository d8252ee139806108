import { PdfDict, PdfStream, PdfString, type PdfValue } from '../pdf/objects.ts';
import { textOf } from '../pdf/text.ts';
import { languageIsPrivate, traceIsLeft } from './messages.ts';
import type { Opened, PageMessage } from './opened.ts';

/** Entries whose words are an author's: they may name whatever they like. */
const AUTHORS = new Set([
  'ActualText',
  'Alt',
  'E',
  'T',
  'Title',
  'Contents',
  'Subject',
  'Keywords',
]);

/** What only the machine that made the file can have left in it. */
const TRACES = [
  /\bfile:/i,
  /(?:^|[\s("'=])\/(?:home|tmp|root|usr|var|opt|mnt|private|Users|Applications)\//,
  /\b[A-Za-z]:\\/,
  /\b(?:localhost|127\.0\.0\.1)\b/,
  /^press:/,
  /\bdata-(?:src|fact|panel|slot|to|ref)\b/,
];

/** Names of the browser, where a file says what made it. */
const AGENT = /Chrom(?:e|ium)|Skia|Mozilla/;

const PRIVATE_LANGUAGE = /(?:^|-)x-/i;
const MOST_MESSAGES = 20;

/** Looks through every object for what the machine left, and for languages that are codes of ours. */
export function checkTraces({ file }: Opened): PageMessage[] {
  const traces = new Set<string>();
  const languages = new Set<string>();
  const look = (value: PdfValue, key: string) => {
    if (typeof value !== 'object') return;
    if (value instanceof PdfString) {
      const text = textOf(value);
      if (key === 'Lang' && PRIVATE_LANGUAGE.test(text)) languages.add(text);
      if (!AUTHORS.has(key) && TRACES.some((trace) => trace.test(text))) traces.add(text);
      if ((key === 'Creator' || key === 'Producer') && AGENT.test(text)) traces.add(text);
    } else if (Array.isArray(value)) for (const entry of value) look(entry, key);
    else if (value instanceof PdfDict) {
      const keys = value.keys();
      const values = value.values();
      for (let at = 0; at < keys.length; at++) look(values[at]!, keys[at]!);
    } else if (value instanceof PdfStream) {
      look(value.dict, key);
      if (file.name(value.dict.get('Type')) === 'Metadata') {
        for (const line of file.decode(value).toString('utf8').split('\n')) {
          if (isToolLine(line) && [...TRACES, AGENT].some((trace) => trace.test(line))) {
            traces.add(line);
          }
        }
      }
    }
  };
  for (let number = 1; number < file.size; number++) look(file.object(number), '');
  return [
    ...[...traces].slice(0, MOST_MESSAGES).map(traceIsLeft),
    ...[...languages].slice(0, MOST_MESSAGES).map(languageIsPrivate),
  ];
}

/** Whether a line of XMP is about how the file was made, not about what it says. */
function isToolLine(line: string): boolean {
  return !/^<(?:dc|pdf:Keywords)/.test(line);
}
