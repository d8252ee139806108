/** What the process that draws an author's own specification is told, and what it answers. */

export interface Job {
  spec: object;
  language: 'vega' | 'vega-lite';
  /** The brand's config, under the specification's own. */
  config: object;
  faces: { regular: JobFace; semibold: JobFace };
}

export interface JobFace {
  bytes: Uint8Array;
  weight: number;
}

export type ToChild =
  | { kind: 'job'; job: Job }
  /** A file that was asked for; nothing if it was refused. */
  | { kind: 'file'; id: number; text: string | undefined };

export type FromChild =
  | { kind: 'load'; id: number; uri: string }
  | { kind: 'drawn'; svg: string; warnings: string[] }
  | { kind: 'fault'; detail: string };
