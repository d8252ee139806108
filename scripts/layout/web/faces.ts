/** A face of the page and the characters that it has to have. */
export interface FaceWants {
  family: string;
  weight: number;
  style: 'normal' | 'italic';
  characters: string;
}

/** What every cut has, so that most pages have the same: letters, figures and marks of English, French and Welsh. */
const common = [
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz|',
  '\u00a0\u2009\u202f\u2010\u2011–—‘’“”…•£€©«»·',
  'ÀÂÇÈÉÊËÎÏÔÙÛàâäçèéêëîïôöùûüÿŒœŴŵŶŷ',
].join('');

/** The faces that a page's elements are set in, by what the style sheet sets them in. */
export function facesOf(html: string): FaceWants[] {
  const characters = [...new Set(common + html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, ''))]
    .filter((character) => character >= ' ')
    .sort()
    .join('');
  const has = (pattern: RegExp) => pattern.test(html);
  const face = (family: string, weight: number, style: FaceWants['style'] = 'normal') => ({
    family,
    weight,
    style,
    characters,
  });
  return [
    face('Press Serif Display', 400),
    face('Press Serif Subhead', 400),
    face('Press Serif', 400),
    ...(has(/<(?:strong|dt)\b/) ? [face('Press Serif', 600)] : []),
    ...(has(/<(?:em|i|cite|dfn|var)\b/) ? [face('Press Serif', 400, 'italic')] : []),
    face('Press Sans', 400),
    face('Press Sans', 600),
  ];
}
