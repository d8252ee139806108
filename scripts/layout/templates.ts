import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type HandlebarsModule from 'handlebars';
import type { Report } from '../finding.ts';
import type { World } from '../world.ts';
import { compiledTemplates } from './compiled.ts';
import { templateBroken, templateOutside } from './messages.ts';
import { unknownNames } from './template-names.ts';

type Handlebars = typeof HandlebarsModule;

/**
 * The templates of a kind: the tool's own, each file replaced by the project's of the same name.
 * Handlebars runs no code of content's: templates see plain data and the helpers below, and
 * prototype properties stay out of reach (its default).
 */
export interface Templates {
  render(view: object): string;
  styles: string[];
  /** Every file that was read, for the plan. */
  files: string[];
}

/**
 * Loads `templates/<folder>/` over the shared partials; undefined when a template cannot be read, after a finding.
 *
 * @param folder a kind, or a format
 * @param sheets style sheets under templates/ between the base and the folder's own
 */
export async function loadTemplates(
  world: World,
  folder: string,
  sheets: readonly string[],
  report: Report,
): Promise<Templates | undefined> {
  let isBroken = false;
  const files: string[] = [];
  const roots = [join(world.tool, 'templates'), join(world.project, 'templates')];
  const read = (path: string): string => {
    const found = roots
      .map((root) => join(root, path))
      .filter((file) => existsSync(file) && staysInside(file, world, report));
    files.push(...found);
    const last = found.at(-1);
    return last === undefined ? '' : readFileSync(last, 'utf8');
  };
  const partials = partialNames(roots).map((name) => [name, read(`partials/${name}.hbs`)] as const);
  const main = read(`${folder}/template.hbs`);
  const compiled = await compiledTemplates(world);
  const foreign = [
    ...partials.map(([name, text]) => [`partials/${name}.hbs`, text] as const),
    [`${folder}/template.hbs`, main] as const,
  ].filter(([, text]) => !compiled(text));
  const handlebars = await openHandlebars(foreign.length > 0);
  const names = new Set(partials.map(([name]) => name));
  for (const [path, text] of foreign) {
    try {
      // Parsing here, not at the first use, gives a finding with the file it stands in.
      const parsed = handlebars.parse(text);
      for (const { message, place } of unknownNames(parsed, `templates/${path}`, names, helpers)) {
        report(message, place);
        isBroken = true;
      }
    } catch (fault) {
      const place = { file: `templates/${path}`, line: lineOf(fault) };
      report(templateBroken(parseFault(fault)), place);
      isBroken = true;
    }
  }
  if (isBroken) return undefined;
  const ready = (text: string): HandlebarsTemplateDelegate => {
    const specification = compiled(text);
    return specification ? handlebars.template(specification) : handlebars.compile(text);
  };
  for (const [name, text] of partials) handlebars.registerPartial(name, ready(text));
  const render = ready(main);
  const styles = ['styles/base.css', ...sheets, `${folder}/style.css`].map(read);
  return { render: (view) => render(view), styles, files };
}

/** Handlebars with our helpers; its parser, two thirds of it, only where there is something to parse. */
async function openHandlebars(withParser: boolean): Promise<Handlebars> {
  const library = withParser
    ? (await import('handlebars')).default
    : ((await import('handlebars/runtime.js')) as unknown as { default: Handlebars }).default;
  const handlebars = library.create();
  registerHelpers(handlebars);
  return handlebars;
}

/** A template that is a link to a file elsewhere is not read. */
function staysInside(file: string, { project, tool }: World, report: Report): boolean {
  const real = realpathSync(file);
  const isInside = [project, tool].some((root) => real.startsWith(realpathSync(root) + sep));
  if (!isInside) report(templateOutside(), { file: relative(project, file).replaceAll('\\', '/') });
  return isInside;
}

/** `page`, `book/cover`, … : every partial of the tool and of the project. */
function partialNames(roots: readonly string[]): string[] {
  const names = roots.flatMap((root) => {
    const folder = join(root, 'partials');
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.hbs'))
      .map((name) => name.slice(0, -'.hbs'.length).replaceAll('\\', '/'));
  });
  return [...new Set(names)].sort();
}

const helpers = ['or'];

/** The few helpers a template may use, besides Handlebars' own `if`, `unless`, `each`, `with`, `lookup`. */
function registerHelpers(handlebars: Handlebars): void {
  handlebars.registerHelper('or', (...values: unknown[]) => values.slice(0, -1).find(Boolean));
}

/** What Handlebars says of a template that it cannot parse, in words: its own are for programmers. */
function parseFault(fault: unknown): string {
  const message = fault instanceof Error ? fault.message : String(fault);
  const [first = '', near = ''] = message.split('\n');
  if (!first.startsWith('Parse error')) return first.replace(/ - \d+:\d+$/, '');
  if (/got 'EOF'/.test(message)) return 'it ends while something is still open';
  return `it makes no sense near \`${near
    .replace(/^\.\.\./, '')
    .trim()
    .slice(-40)}\``;
}

function lineOf(fault: unknown): number {
  const message = fault instanceof Error ? fault.message : '';
  const [, parsing, matching] = /line (\d+)| - (\d+):\d+/.exec(message) ?? [];
  return Number(parsing ?? matching ?? 1);
}
