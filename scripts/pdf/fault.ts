/** Why a file cannot be used. Stable: callers choose their message by it. */
export type PdfFaultCode =
  | 'not-pdf' // no header, no end
  | 'truncated' // stops in the middle of something
  | 'syntax' // bytes that are no PDF syntax
  | 'xref' // an object is not where the file says
  | 'loop' // something contains itself
  | 'too-deep' // nested beyond any honest file
  | 'too-large' // more objects or more inflated bytes than allowed
  | 'filter' // a stream in an encoding that is not read here, or broken
  | 'encrypted'
  | 'structure'; // objects are sound but do not make a document

/**
 * A PDF that is damaged, hostile, or beyond what this reader is for. The only exception that
 * reading throws for a file's contents, whatever the bytes are.
 */
export class PdfFault extends Error {
  readonly code: PdfFaultCode;
  /** Byte offset in the file or stream, where one is known. */
  readonly offset: number | undefined;

  constructor(code: PdfFaultCode, message: string, offset?: number) {
    super(offset === undefined ? message : `${message} (at byte ${offset})`);
    this.name = 'PdfFault';
    this.code = code;
    this.offset = offset;
  }
}

/** What a file may cost to read. Far above what a prospectus of a thousand pages needs. */
export interface PdfLimits {
  objects: number;
  /** Arrays and dictionaries within each other. */
  depth: number;
  /** Bytes one stream may inflate to. */
  streamBytes: number;
  /** Bytes all streams of one file may inflate to, each time one is inflated counted again. */
  totalBytes: number;
}

export const LIMITS: PdfLimits = {
  objects: 4_000_000,
  depth: 128,
  streamBytes: 128 * 2 ** 20,
  totalBytes: 2 * 2 ** 30,
};
