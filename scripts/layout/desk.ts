import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Chart, Face } from '../charts/chart.ts';
import { drawChart } from '../charts/draw.ts';
import { typesetFacts, typesetLabels } from '../content/fact-words.ts';
import type { Project, Source } from '../content/model.ts';
import type { ChartFacts } from '../content/schema/chart.ts';
import type { Format, PublicationFacts } from '../content/schema/publication.ts';
import { factsFor } from '../content/years.ts';
import type { Place, Report } from '../finding.ts';
import { type Darkroom, type DarkroomOptions, openDarkroom } from '../images/darkroom.ts';
import type { Mark } from '../images/mark/mark.ts';
import { qrPath } from '../images/qr.ts';
import { readingOf } from '../images/reading.ts';
import type { Slot } from '../images/slot.ts';
import { once } from '../once.ts';
import { turn } from '../turn.ts';
import type { World } from '../world.ts';
import { inLanguage } from './book/sections.ts';
import { type Brand, brandOf } from './brand.ts';
import { type Geometry, readGeometry, sizesOf } from './geometry.ts';
import { emptyMark, emptyQr, emptySvg } from './glance.ts';
import { lookFolder, rulesOf } from './kinds.ts';
import { logoHtml } from './logo.ts';
import { type Look, lookOf } from './look.ts';
import { markDrawer, trimOf } from './mark-html.ts';
import { unknownSize } from './messages.ts';
import { numbersFor } from './numbers.ts';
import { openRuler } from './ruler.ts';
import type { ChartSize, ImageFacts, PictureBox, PictureView, Setting } from './setting.ts';
import { lintWords, readWords, wordsFor } from './words.ts';

/** Where the publications of one project are drawn: brand, looks and drawings are made once and shared. */
export interface Desk {
  brand: Brand;
  /** Undefined, after findings, when a template cannot be read or the kind has no such size. */
  look(piece: Piece, report: Report): Promise<Look | undefined>;
  setting(piece: Piece, report: Report): Setting;
  /** The file a picture was made of, by the SHA-256 of what was made. */
  pictureFile(hash: string): string | undefined;
}

/** What is drawn: a publication in one of its formats. */
export interface Piece {
  publication: Source<PublicationFacts>;
  format: Format;
}

/**
 * @param tool identity of the tool's code, for the keys of drawings
 * @param report gets what concerns the whole project: fonts, own wording, templates
 */
export async function openDesk(
  world: World,
  project: Project,
  tool: string,
  report: Report,
  options: DarkroomOptions = {},
): Promise<Desk> {
  const { institution } = project;
  const brand = await brandOf(institution, world, report);
  const tables = readWords(world.tool);
  lintWords(institution.facts.words, tables, report, (path) => institution.places[path]);
  const looks = new Map<string, Promise<Look | undefined>>();
  const geometries = new Map<string, Geometry>();
  const geometryOf = ({ publication, format }: Piece, size: string | undefined): Geometry => {
    const folder = lookFolder(publication.facts.kind, format);
    const known = geometries.get(`${folder} ${size}`) ?? readGeometry(world.tool, folder, size);
    geometries.set(`${folder} ${size}`, known);
    return known;
  };
  const sizesKnown = new Map<string, string[]>();
  const sizesFor = (kind: string): string[] => {
    const known = sizesKnown.get(kind) ?? sizesOf(world.tool, kind);
    sizesKnown.set(kind, known);
    return known;
  };
  const marks = new Map<string, Mark>();
  const family = [...new Set(project.courses.map(({ slug }) => slug))].sort();
  const darkroom = openDarkroom(world, options);
  const pictures = new Map<string, string>();
  const develop: Darkroom = async (slot, told) => {
    const picture = await darkroom(slot, told);
    if (picture) pictures.set(picture.hash, slot.file);
    return picture;
  };
  const { isGlance } = options;
  const projectFor = typesetProject(project);
  const ownWords = typesetLabels(institution.facts.words);
  return {
    pictureFile: (hash) => pictures.get(hash),
    brand,
    look: async (piece, pieceReport) => {
      const { facts, places, file } = piece.publication;
      const folder = lookFolder(facts.kind, piece.format);
      const sizes = sizesFor(facts.kind);
      const isKnown = facts.size === undefined || sizes.includes(facts.size);
      if (!isKnown && facts.size) {
        pieceReport(unknownSize(facts.kind, facts.size, sizes), places.size ?? { file });
        return undefined;
      }
      const geometry = geometryOf(piece, sizeOf(piece));
      const key = `${folder} ${sizeOf(piece)}`;
      const look = looks.get(key) ?? lookOf(folder, geometry, brand, world, report);
      looks.set(key, look);
      return look;
    },
    setting: (piece, pieceReport) => {
      const { publication, format } = piece;
      const sizes = sizesFor(publication.facts.kind);
      const size = sizeOf(piece);
      const geometry = geometryOf(piece, size && sizes.includes(size) ? size : undefined);
      const year = publication.facts.year;
      const say = wordsFor(publication.lang, ownWords, tables, pieceReport);
      const numbers = numbersFor(publication.lang, pieceReport);
      const charts = new Set<string>();
      const setting: Setting = {
        project: projectFor(publication),
        publication: typesetFacts(publication),
        format,
        geometry,
        year,
        lang: publication.lang,
        say,
        numbers,
        report: pieceReport,
        mark: isGlance ? emptyMark : markDrawer(marks, trimOf(geometry), family),
        logo: (ground) => {
          const logo = brand.logos[ground];
          return logo && logoHtml(logo, setting.project.institution.facts.name ?? '', ground);
        },
        ruler: () => openRuler(geometry, brand.fonts),
        qr: (address = '') => (isGlance ? emptyQr(address) : qrPath(address)),
        chart: async (source, id, facts, size) => {
          // Drawn in another size, it has the same to say: once is enough.
          const report = charts.has(`${source.slug}#${id}`) ? () => {} : pieceReport;
          charts.add(`${source.slug}#${id}`);
          const how = { ...setting, report, tool };
          await turn();
          const chart = await chartOf(source, id, facts, size, how, brand, world);
          await turn();
          return chart && isGlance ? { ...chart, svg: emptySvg(chart.svg) } : chart;
        },
        picture: (source, key, image, box, place) =>
          pictureOf(source, key, image, box, place, setting, develop),
      };
      return setting;
    },
  };
}

/** Clear and large print are A4, whatever size the piece has. */
function sizeOf({ publication, format }: Piece): string | undefined {
  return format === 'standard' ? publication.facts.size : undefined;
}

/** The project as a piece prints it: facts of its year of entry, the institution in its language, words set by the rules of theirs. */
function typesetProject(project: Project): (piece: Source<PublicationFacts>) => Project {
  const pages = once(() => project.pages.map(typesetFacts));
  const courses = new Map<number | undefined, Project['courses']>();
  const coursesFor = (year: number | undefined) => {
    const known = courses.get(year);
    if (known) return known;
    const made = project.courses.map((course) =>
      typesetFacts({ ...course, ...factsFor(course, year) }),
    );
    courses.set(year, made);
    return made;
  };
  const institutions = [project.institution, ...(project.institutionTranslations ?? [])];
  return ({ facts, lang }) => ({
    ...project,
    institution: typesetFacts(inLanguage(institutions, lang)[0] ?? project.institution),
    courses: coursesFor(facts.year),
    pages: pages(),
  });
}

function chartOf(
  source: Source<object>,
  id: string,
  facts: ChartFacts,
  size: ChartSize,
  { lang, say, numbers, report, tool }: Setting & { tool: string },
  brand: Brand,
  world: World,
): Promise<Chart | undefined> {
  const base = `charts.${id}`;
  return drawChart(
    facts,
    {
      id,
      place: (key) => source.places[key ? `${base}.${key}` : base] ?? { file: source.file },
      lang,
      size,
      colours: brand.colours,
      faces: { regular: sansFace(brand, 400), semibold: sansFace(brand, 600) },
      say,
      number: (value) => numbers.figure(value, 6),
      world,
      toolHash: tool,
    },
    report,
  );
}

function sansFace({ fonts }: Brand, weight: number): Face {
  const found = fonts.find(
    (one) => one.family === 'Press Sans' && one.weight === weight && one.style === 'normal',
  );
  if (!found) throw new Error(`The brand has no sans of weight ${weight}`);
  return { family: found.family, weight, font: found.font };
}

/** For a picture whose file is too large for what it is in: what a screen of twice the density shows, and what any does. */
const lighterPpi = [144, 96, 72];

/** What is kept of a picture on paper read on a screen: finer ones made a sheet half as large again. */
const screenPpi = 200;

async function pictureOf(
  source: Source<object>,
  key: string,
  image: ImageFacts,
  box: PictureBox,
  named: Place | undefined,
  { publication, format, geometry, report }: Setting,
  develop: Darkroom,
): Promise<PictureView | undefined> {
  const place = named ??
    source.places[`${key}.file`] ??
    source.places[key] ?? { file: source.file };
  const { kind, size } = publication.facts;
  const isOnScreen = format === 'html' || rulesOf(kind, format).pictures === true;
  const slot: Slot = {
    file: `content/${image.file}`,
    place,
    widthMm: box.widthMm,
    heightMm: box.heightMm,
    unseenMm: box.unseenMm,
    focus: image.focus,
    focusPlace: source.places[`${key}.focus`],
    reading: isOnScreen ? 'pixels' : readingOf(geometry.page),
    piece: { kind, size: format === 'standard' ? size : format },
    // The print edition will develop its own.
    ...(isOnScreen ? {} : { ppi: screenPpi }),
  };
  let picture = await develop(slot, report);
  for (const ppi of box.mostBytes ? lighterPpi : []) {
    if (!picture || statSync(picture.path).size <= (box.mostBytes ?? 0)) break;
    picture = await develop({ ...slot, ppi }, () => {});
  }
  if (!picture) return undefined;
  return {
    src: pathToFileURL(picture.path).href,
    alt: image.alt ?? '',
    widthMm: box.widthMm,
    heightMm: box.heightMm,
    caption: image.caption,
    credit: image.credit,
  };
}
