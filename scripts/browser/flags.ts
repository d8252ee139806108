/**
 * How a browser is started, the same for every one: nothing but what these lines say. A headless
 * shell takes `--headless=new` as `--headless`.
 *
 * @param profile the folder for all it writes
 */
export function flags(profile: string, sandbox: boolean): string[] {
  return [
    '--headless=new',
    '--remote-debugging-pipe',
    // A page that nobody opened would still be on its way to being empty when it is first used.
    '--no-startup-window',
    `--user-data-dir=${profile}`,
    ...(sandbox ? [] : ['--no-sandbox']),
    ...PRINT,
    ...NO_NETWORK,
    ...QUIET,
  ];
}

const PRINT = [
  // Without it a headless shell rounds the advance of every glyph to a whole pixel.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--lang=en-US',
  '--hide-scrollbars',
  '--disable-gpu',
  '--disable-software-rasterizer',
  // Pages are never in front; they shall be as quick as the one that is.
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-ipc-flooding-protection',
  '--disable-hang-monitor',
  // Containers give /dev/shm 64 MB, which one large page fills.
  '--disable-dev-shm-usage',
];

/**
 * The second wall: requests are refused one by one before they are made, and what slipped past that
 * would find no name resolved, and only a proxy that cannot be there: its own name is not resolved.
 */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://none.invalid:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-sync',
  '--no-pings',
  '--dns-prefetch-disable',
];

const QUIET = [
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-component-extensions-with-background-pages',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-search-engine-choice-screen',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
];
