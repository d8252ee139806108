import { fillPage, findFaults } from './in-page.ts';
import { brokenFont, brokenPicture, refusedElement } from './messages.ts';
import { settle } from './settle.ts';
import type { Errand, Tab } from './tab.ts';

/** The size of a page before zoom, in CSS pixels (96 to the inch), and the zoom of its layout. */
export interface PageBox {
  widthPx: number;
  heightPx: number;
  /** What the shell sets with `html{zoom:…}`: 4 makes baselines fall within a quarter of a pixel. */
  zoom: number;
}

export interface Clip {
  xPx: number;
  yPx: number;
  widthPx: number;
  heightPx: number;
  /** Picture pixels to a CSS pixel. */
  scale: number;
}

/** An empty document in the browser, to be filled, measured and printed. */
export interface Sheet {
  /**
   * Puts HTML into the body and waits until every font and picture is there. What was refused or
   * cannot be drawn becomes a finding.
   */
  fill(body: string, attributes: { lang: string; title: string }): Promise<void>;
  /**
   * Calls a function in the page. It is sent as text: it uses nothing around it, no timer and no
   * event listener. Argument and result are plain JSON.
   *
   * @throws what the function throws
   */
  evaluate<A, T>(fn: (arg: A) => T | Promise<T>, arg: A): Promise<T>;
  /**
   * Prints to PDF: tagged, with an outline, without margins of its own. Pages have the size that
   * `@page` says, else that of `page`. The same document gives the same bytes.
   */
  print(page: PageBox): Promise<Uint8Array>;
  /** A PNG of a part of the document, as it is laid out for print but on one endless page. */
  screenshot(clip: Clip): Promise<Uint8Array>;
}

const NO_MARGINS = { marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 };
const PX_PER_INCH = 96;

/** Makes a tab ready for one document. The sheet is of no use once the tab has another errand. */
export async function openSheet(tab: Tab, shell: string, errand: Errand): Promise<Sheet> {
  tab.errand = errand;
  await tab.load(shell);
  const current = () => {
    if (tab.errand !== errand)
      throw new Error(`The sheet of ${errand.name} is used after its end.`);
    return tab;
  };
  return {
    async fill(body, { lang, title }) {
      const refused = await current().call(fillPage, { html: body, lang, title });
      for (const element of refused) errand.say(refusedElement(errand.name, element));
      let faults: Awaited<ReturnType<typeof findFaults>>;
      do {
        await current().whenLoaded();
        faults = await current().call(findFaults, undefined);
      } while (current().isLoading());
      for (const address of faults.pictures) {
        if (errand.refused.has(address)) continue;
        errand.say(brokenPicture(errand.name, tab.gate.nameOf(address)));
      }
      if (errand.refusedFont) return;
      for (const family of faults.fonts) errand.say(brokenFont(errand.name, family));
    },
    evaluate: (fn, arg) => current().call(fn, arg),
    async print({ widthPx, heightPx, zoom }) {
      const { data } = await current().session.send('Page.printToPDF', {
        ...NO_MARGINS,
        printBackground: true,
        preferCSSPageSize: true,
        paperWidth: widthPx / PX_PER_INCH,
        paperHeight: heightPx / PX_PER_INCH,
        scale: 1 / zoom,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      return settle(Buffer.from(data, 'base64'));
    },
    async screenshot({ xPx, yPx, widthPx, heightPx, scale }) {
      const { data } = await current().session.send('Page.captureScreenshot', {
        format: 'png',
        captureBeyondViewport: true,
        clip: { x: xPx, y: yPx, width: widthPx, height: heightPx, scale },
      });
      return Buffer.from(data, 'base64');
    },
  };
}
