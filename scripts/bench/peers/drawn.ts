import type { Chart } from '../../charts/chart.ts';
import type { Project } from '../../content/model.ts';
import type { Report } from '../../finding.ts';
import { openDesk } from '../../layout/desk.ts';
import type { World } from '../../world.ts';

/** The first chart of each course as our pages have it, by the course's slug. */
export async function drawCharts(
  world: World,
  project: Project,
  report: Report,
): Promise<Map<string, Chart>> {
  const drawn = new Map<string, Chart>();
  const [publication] = project.publications;
  if (!publication) return drawn;
  const desk = await openDesk(world, project, 'bench', report);
  const setting = desk.setting({ publication, format: 'standard' }, report);
  for (const course of project.courses) {
    const [first] = Object.entries(course.facts.charts ?? {});
    const chart = first && (await setting.chart(course, first[0], first[1], 'wide'));
    if (chart) drawn.set(course.slug, chart);
  }
  return drawn;
}
