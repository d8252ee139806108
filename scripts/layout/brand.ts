import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Source } from '../content/model.ts';
import {
  type ColourRole,
  colourRoles,
  type InstitutionFacts,
} from '../content/schema/institution.ts';
import type { Report } from '../finding.ts';
import { checkFont } from '../fonts/check.ts';
import { type Font, openFont } from '../fonts/font.ts';
import type { CleanSvg } from '../images/svg/clean.ts';
import type { World } from '../world.ts';
import { lintColours } from './contrast.ts';
import type { LogoGround } from './logo.ts';
import type { FontFile } from './styles.ts';

/** The brand as pages are drawn with it: a colour for every role, a font for every face. */
export interface Brand {
  colours: Record<ColourRole, string>;
  fonts: BrandFont[];
  /** The logos there are, by what they stand on. */
  logos: Partial<Record<LogoGround, CleanSvg>>;
}

export interface BrandFont extends FontFile {
  font: Font;
}

/** The house colours, for an institution that gives none (house style, "Mulberry"). */
const houseColours: Record<ColourRole, string> = {
  deep: '#630041',
  accent: '#ec5f5a',
  second: '#b2dbd2',
  pale: '#fef1ee',
  black: '#000000',
};

interface Face {
  family: string;
  weight: number;
  style: 'normal' | 'italic';
  file: string;
}

const face = (family: string, weight: number, style: Face['style'], file: string): Face => ({
  family,
  weight,
  style,
  file,
});

/** The families that style sheets name, and the house's files for them. */
const houseFonts: readonly Face[] = [
  face('Press Serif Display', 400, 'normal', 'SourceSerif4Display-Regular.ttf'),
  face('Press Serif Subhead', 400, 'normal', 'SourceSerif4Subhead-Regular.ttf'),
  face('Press Serif', 400, 'normal', 'SourceSerif4-Regular.ttf'),
  face('Press Serif', 400, 'italic', 'SourceSerif4-It.ttf'),
  face('Press Serif', 600, 'normal', 'SourceSerif4-Semibold.ttf'),
  face('Press Serif', 600, 'italic', 'SourceSerif4-SemiboldIt.ttf'),
  face('Press Sans', 400, 'normal', 'SourceSans3-Regular.ttf'),
  face('Press Sans', 400, 'italic', 'SourceSans3-It.ttf'),
  face('Press Sans', 600, 'normal', 'SourceSans3-Semibold.ttf'),
  face('Press Sans', 600, 'italic', 'SourceSans3-SemiboldIt.ttf'),
];

const opticalFamily = {
  text: 'Press Serif',
  subhead: 'Press Serif Subhead',
  display: 'Press Serif Display',
};

/** The institution's brand over the house's. A file of its own that cannot be used is a finding, and the house's stands in. */
export async function brandOf(
  institution: Source<InstitutionFacts>,
  world: World,
  report: Report,
): Promise<Brand> {
  const { brand } = institution.facts;
  const logos = {
    paper: await logoOf(institution, 'logo', world, report),
    deep: await logoOf(institution, 'logoOnDeep', world, report),
  };
  const colours = { ...houseColours };
  for (const role of colourRoles)
    colours[role] = brand?.colours?.[role]?.srgb.toLowerCase() ?? colours[role];
  lintColours(colours, institution, report);
  const own: BrandFont[] = [];
  for (const [i, listed] of (brand?.fonts ?? []).entries()) {
    const found = await ownFont(listed.file, institution, i, world, report);
    if (!found) continue;
    const isSerif = listed.family === brand?.families?.serif;
    const isSans = listed.family === brand?.families?.sans;
    if (!isSerif && !isSans) continue;
    const family = isSans ? 'Press Sans' : opticalFamily[listed.optical];
    own.push({ family, weight: listed.weight, style: listed.style, ...found });
  }
  const missing = houseFonts.filter((house) => !own.some((font) => sameFace(font, house)));
  return {
    colours,
    logos,
    fonts: [...own, ...missing.map((house) => houseFont(house, own, world))],
  };
}

async function logoOf(
  { facts, file, places }: Source<InstitutionFacts>,
  key: 'logo' | 'logoOnDeep',
  world: World,
  report: Report,
): Promise<CleanSvg | undefined> {
  const logo = facts.brand?.[key];
  // That there is no such file the content stage has said.
  if (!logo || !existsSync(join(world.project, 'content', logo))) return undefined;
  const { cleanSvg } = await import('../images/svg/clean.ts');
  return cleanSvg(world, `content/${logo}`, places[`brand.${key}`] ?? { file }, report);
}

/** A brand's own text face serves the optical sizes it does not have. */
function houseFont(house: Face, own: readonly BrandFont[], world: World): BrandFont {
  const text = own.find(
    (font) => font.family === 'Press Serif' && font.weight === 400 && font.style === 'normal',
  );
  const isOptical =
    house.family === 'Press Serif Display' || house.family === 'Press Serif Subhead';
  if (text && isOptical) return { ...text, family: house.family };
  const path = join(world.tool, 'templates/fonts', house.file);
  return {
    family: house.family,
    weight: house.weight,
    style: house.style,
    path,
    font: openFont(readFileSync(path), true),
  };
}

async function ownFont(
  file: string,
  institution: Source<InstitutionFacts>,
  index: number,
  world: World,
  report: Report,
): Promise<{ path: string; font: Font } | undefined> {
  const place = institution.places[`brand.fonts.${index}.file`] ?? { file: institution.file };
  const root = join(world.project, 'content');
  const path = join(root, file);
  if (!existsSync(path) || !realpathSync(path).startsWith(realpathSync(root) + sep)) {
    // The content stage has said so.
    return undefined;
  }
  const font = await checkFont(readFileSync(path), file, {}, report, place);
  return font && { path: realpathSync(path), font };
}

function sameFace(one: FontFile, other: Face): boolean {
  return one.family === other.family && one.weight === other.weight && one.style === other.style;
}
