/** A picture that says what a report says, for the eye. */

export interface Picture {
  /** `timeline`, `sources`: without folder and extension. */
  readonly name: string;
  /** What the picture shows, for who does not see it; in the report's language. At most 1,000 UTF-16 code units. */
  readonly alt: string;
  /** Bytes of a PNG file. */
  readonly png: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
