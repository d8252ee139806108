import type { CourseWords, WordBlock } from './words.ts';

/** A course sheet as plain Markdown: a chart is a table there. */
export function courseMarkdown(course: CourseWords): string {
  const blocks = [
    `# ${course.title}`,
    course.award,
    table(['Key facts', ''], course.rows),
    course.fees.length && table(['Fees', ''], course.fees),
    course.standfirst && `**${course.standfirst}**`,
    ...course.sections.flatMap(({ heading, blocks }) => [
      heading && `## ${heading}`,
      ...blocks.map((block) => blockMarkdown(block, course)),
    ]),
    course.modules.length &&
      table(
        ['Modules', 'Credits'],
        course.modules.map(({ title, credits }) => [title, String(credits)]),
      ),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function blockMarkdown(block: WordBlock, { chart }: CourseWords): string | undefined {
  if ('text' in block) return block.text;
  if ('picture' in block) return `![${block.alt}](${block.picture})`;
  if (!chart) return undefined;
  const rows = chart.rows.map(({ label, value, projected }): [string, string] => [
    projected ? `${label}, projected` : label,
    String(value),
  ]);
  return [table(['', chart.unit], rows), chart.source].filter(Boolean).join('\n\n');
}

function table(head: readonly [string, string], rows: readonly (readonly [string, string])[]) {
  return [head, ['---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
