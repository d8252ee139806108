import type { ChartSetting } from './chart.ts';
import { type Lettering, letteringOf } from './plot/lettering.ts';
import type { ChartSize } from './plot/sizes.ts';
import type { Kind, Row } from './rows.ts';

/** What every plot is worked out with. */
export interface Studio {
  id: string;
  size: ChartSize;
  lettering: Lettering;
  /** A row's figure as it is printed; a dash for a gap. */
  figure: (row: Row) => string;
  /** "projected", "estimate". */
  kindWord: (kind: Kind) => string;
  /** "2023, projected". */
  withKind: (label: string, kind: Kind) => string;
}

/** Needs `readyToMeasure` to have been awaited. */
export function openStudio(setting: ChartSetting, size: ChartSize): Studio {
  const { say, number } = setting;
  const kindWord = (kind: Kind) => say(kindKeys[kind]);
  return {
    id: setting.id,
    size,
    lettering: letteringOf(setting.faces),
    figure: ({ value }) => (value === undefined ? '–' : number(value)),
    kindWord,
    withKind: (label, kind) => say('chart.labelled', { label, kind: kindWord(kind) }),
  };
}

/** The words for a kind. */
export const kindKeys: Readonly<Record<Kind, string>> = {
  actual: 'chart.actual',
  estimate: 'chart.estimate',
  projection: 'chart.projected',
};
