import { plain } from '../../content/markdown/typography.ts';
import type { Source } from '../../content/model.ts';
import type { CourseFacts, Fee } from '../../content/schema/course.ts';
import { webHref } from '../apply.ts';
import { feeLabel, feesOf } from '../fees.ts';
import type { Setting } from '../setting.ts';

type Thing = Record<string, unknown>;

/**
 * Courses in the words of schema.org, for search engines and comparison sites: only what the page
 * says, only where a word of schema.org means it. A course is a `Course` that has its dates of
 * application and its credential as an `EducationalOccupationalProgram`.
 */
export function jsonLd(
  courses: readonly Source<CourseFacts>[],
  setting: Setting,
  status: 'draft' | 'final',
): string {
  const graph = courses.map((course) => courseThing(course, setting, status));
  const [only] = graph;
  const all = graph.length === 1 && only ? only : { '@graph': graph };
  return safely(JSON.stringify(clean({ '@context': 'https://schema.org', ...all })));
}

/** Within a script element nothing may look like markup (HTML, 4.12.1.3), nor break a line of old scripts. */
function safely(json: string): string {
  const escapes = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' } as Record<string, string>;
  return json
    .replace(/[<>&]/g, (character) => escapes[character] ?? character)
    .replace(/[\u2028\u2029]/g, ' ');
}

function courseThing(
  course: Source<CourseFacts>,
  setting: Setting,
  status: 'draft' | 'final',
): Thing {
  const { facts, slug, lang } = course;
  const { publication, project } = setting;
  return {
    '@type': ['Course', 'EducationalOccupationalProgram'],
    '@id': `#course-${slug}`,
    name: facts.title ?? slug,
    description: facts.standfirst ?? facts.promise,
    url: facts.web && webHref(facts.web),
    inLanguage: lang,
    about: [facts.subject ?? []].flat(),
    provider: providerThing(project.institution.facts, facts.ukprn),
    educationalCredentialAwarded: credentialThing(facts),
    numberOfCredits: facts.credits,
    educationalLevel: facts.level === undefined ? undefined : String(facts.level),
    coursePrerequisites: prerequisites(facts),
    timeRequired: isoDuration(facts.duration),
    audience: facts.audience && { '@type': 'EducationalAudience', audienceType: facts.audience },
    occupationalCategory: facts.careers,
    applicationStartDate: facts.apply?.from,
    applicationDeadline: facts.apply?.until,
    hasPart: (facts.modules ?? []).map(({ title, credits }) => ({
      '@type': 'Course',
      name: title,
      numberOfCredits: credits,
    })),
    hasCourseInstance: instances(facts),
    offers: feesOf(course, setting.year).map(({ fee }) => offer(fee, facts, setting)),
    creativeWorkStatus: status === 'draft' ? 'Draft' : 'Published',
    datePublished: publication.facts.issued,
  };
}

function providerThing(
  { name, website, ukprn, address }: Setting['project']['institution']['facts'],
  ofCourse: CourseFacts['ukprn'],
): Thing {
  const number = ofCourse ?? ukprn;
  return {
    '@type': 'CollegeOrUniversity',
    name,
    url: website && webHref(website),
    address: address?.join(', '),
    identifier: number !== undefined && {
      '@type': 'PropertyValue',
      propertyID: 'UKPRN',
      value: String(number),
    },
  };
}

function credentialThing({ award, awardedBy, accreditation }: CourseFacts): Thing | undefined {
  if (!award) return undefined;
  const bodies = [awardedBy, ...(accreditation ?? []).map(({ body }) => body)];
  return {
    '@type': 'EducationalOccupationalCredential',
    name: award,
    recognizedBy: bodies.filter(Boolean).map((name) => ({ '@type': 'Organization', name })),
  };
}

function prerequisites({ entry }: CourseFacts): string[] {
  if (entry === undefined) return [];
  if (typeof entry === 'string') return [entry];
  return [entry.academic, entry.other, entry.english].filter((words) => words !== undefined);
}

/** One for each start; a course without a date has one all the same, if there is anything to say of it. */
function instances(facts: CourseFacts): Thing[] {
  const common = {
    '@type': 'CourseInstance',
    courseMode: [facts.delivery, facts.mode, facts.pattern].filter(Boolean),
    courseWorkload: facts.workload ?? facts.contactHours,
    location: facts.location && { '@type': 'Place', name: facts.location },
  };
  const starts = facts.starts ?? [];
  const isSilent = !facts.delivery && !facts.mode && !facts.pattern && !common.location;
  if (starts.length === 0) return isSilent && !common.courseWorkload ? [] : [common];
  // Words ("every Monday") are no date.
  return starts.map((start) => ({
    ...common,
    ...(isoDate.test(start) ? { startDate: start } : { name: start }),
  }));
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

function offer(fee: Fee, facts: CourseFacts, setting: Setting): Thing {
  const { total, perYear, currency } = fee;
  const price =
    total === undefined
      ? {
          priceSpecification: {
            '@type': 'UnitPriceSpecification',
            price: perYear,
            priceCurrency: currency,
            unitText: 'ANN',
          },
        }
      : { price: total, priceCurrency: currency };
  return {
    '@type': 'Offer',
    category: feeLabel(fee.audience, setting),
    ...price,
    description: [fee.covers, fee.instalments].filter(Boolean).join('; ') || undefined,
    priceValidUntil: fee.validUntil,
    url: facts.apply?.url && webHref(facts.apply.url),
  };
}

const units: Readonly<Record<string, string>> = { year: 'Y', month: 'M', week: 'W', day: 'D' };

/** "1 year, part time" is P1Y; what says more than one length, or is not English, is left to the words. */
function isoDuration(words: string | undefined): string | undefined {
  const [, count, unit = ''] =
    /^(\d{1,3})\s(year|month|week|day)s?(?:,? (?:full|part)[\s‑-]time)?$/.exec(words ?? '') ?? [];
  return count && units[unit] ? `P${count}${units[unit]}` : undefined;
}

/** Without what is not known, and in plain letters: no spaces that only typesetting knows. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const isNothing =
        one === undefined ||
        one === '' ||
        one === false ||
        (Array.isArray(one) && one.length === 0);
      return isNothing ? [] : [[key, clean(one)]];
    }),
  );
}
