/**
 * Functions that run in the page. They are sent there as text, so they use nothing of this file;
 * scripts are off in the page, so timers and event listeners are dead, and only promises settle.
 */

export interface Filling {
  html: string;
  lang: string;
  title: string;
}

/**
 * Puts HTML into the page's body. It is read into a template first, where nothing loads or runs,
 * and rid of what could open a document or run something.
 *
 * @returns what was left out, such as `<iframe>`
 */
export function fillPage({ html, lang, title }: Filling): string[] {
  const FORBIDDEN =
    'script,iframe,frame,frameset,object,embed,applet,fencedframe,portal,video,audio,base,meta,link';
  const refused = new Set<string>();
  const template = document.createElement('template');
  template.innerHTML = html;
  const { content } = template;
  for (const element of content.querySelectorAll(FORBIDDEN)) {
    const kind = element.getAttribute('rel') ?? element.getAttribute('http-equiv');
    refused.add(kind ? `<${element.localName}> (${kind})` : `<${element.localName}>`);
    element.remove();
  }
  // Chromium does not even ask for a drawing in another file: nothing else would tell of it.
  for (const use of content.querySelectorAll('use')) {
    const href =
      use.getAttribute('href') ?? use.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
    if (href.startsWith('#') || href === '') continue;
    refused.add(`<use href="${href}">`);
  }
  // An element so named would stand in for `document.fonts` or `document.body`.
  for (const element of content.querySelectorAll('img[name],form[name]')) {
    element.removeAttribute('name');
  }
  document.documentElement.lang = lang;
  document.body.replaceChildren(content);
  document.title = title;
  return [...refused];
}

export interface Faults {
  /** Addresses of pictures that are loaded and cannot be drawn. */
  pictures: string[];
  /** Families of fonts that are loaded and cannot be read. */
  fonts: string[];
}

/** Lays the page out, which asks for the fonts and backgrounds it needs, and finds what is wrong. */
export async function findFaults(): Promise<Faults> {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const pictures: string[] = [];
  for (const picture of document.querySelectorAll('img')) {
    if (!picture.complete || picture.naturalWidth > 0) continue;
    const sound = await picture.decode().then(
      () => true,
      () => false,
    );
    if (!sound) pictures.push(picture.currentSrc || picture.src);
  }
  const broken = [...document.fonts].filter((font) => font.status === 'error');
  return { pictures, fonts: [...new Set(broken.map((font) => font.family))] };
}

/** Loads every font that the style sheets declare: boxes in page margins ask for theirs too late. */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
}
