/**
 * Runs in the local page: waits for what the watch sends, asks for the page again and changes what
 * differs, so that scroll position, focus and pictures that are the same stay as they are. Handed
 * over as text: it may use nothing from outside itself.
 */
export function follow(): void {
  const root = document.documentElement;
  let wanted = root.dataset.version;
  let isAsking = false;

  const say = (connection: string) => {
    const line = document.getElementById('link');
    if (line && line.textContent !== connection) line.textContent = connection;
  };

  const isWide = matchMedia('(min-width: 75rem)').matches;
  const unfold = () => {
    if (isWide) document.querySelector('.beside details')?.setAttribute('open', '');
  };
  unfold();

  function listen(): EventSource {
    const events = new EventSource('/events');
    events.onopen = () => say('Follows your saves');
    events.onerror = () => {
      say('Not connected: “press watch” has ended');
      delete root.dataset.building;
    };
    events.onmessage = ({ data }: MessageEvent<string>) => {
      wanted = data;
      if (!isAsking) void ask();
    };
    return events;
  }
  // A browser keeps six connections to a server: a page that nobody sees gives its own back.
  let events = document.hidden ? undefined : listen();
  document.addEventListener('visibilitychange', () => {
    events?.close();
    events = document.hidden ? undefined : listen();
  });

  async function ask(): Promise<void> {
    isAsking = true;
    try {
      while (wanted !== root.dataset.version) {
        const answer = await fetch(location.pathname);
        const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
        if (answer.redirected) history.replaceState(null, '', answer.url);
        show(next);
      }
    } catch {
      // The watch has ended: `onerror` says so.
    }
    isAsking = false;
  }

  function show(next: Document): void {
    document.title = next.title;
    const news = document.getElementById('news');
    const round = news?.dataset.round;
    const said = news?.textContent;
    match(root, next.documentElement, false);
    match(document.body, next.body, true);
    // The same words again are said again only if they were away.
    if (news && news.dataset.round !== round && news.textContent === said) {
      news.textContent = '';
      setTimeout(() => {
        if (!news.textContent) news.textContent = said ?? '';
      }, 120);
    }
  }

  /** Makes an element like another, keeping every node that can stay. */
  function match(now: Element, next: Element, isDeep: boolean): void {
    for (const { name } of [...now.attributes]) {
      // What the reader has unfolded stays so.
      if (!next.hasAttribute(name) && name !== 'open') now.removeAttribute(name);
    }
    for (const { name, value } of [...next.attributes]) {
      if (now.getAttribute(name) !== value) now.setAttribute(name, value);
    }
    if (!isDeep) return;
    const wantedNodes = [...next.childNodes];
    for (const [index, to] of wantedNodes.entries()) {
      const from = now.childNodes[index];
      if (!from) now.append(to);
      else if (from instanceof Element && to instanceof Element && from.tagName === to.tagName) {
        if (!from.isEqualNode(to)) match(from, to, true);
      } else if (!from.isEqualNode(to)) from.replaceWith(to);
    }
    while (now.childNodes.length > wantedNodes.length) now.lastChild?.remove();
  }
}
