/** A picture that says what a report says, for the eye. */

/** What is known of a picture before it is drawn. */
export interface PictureFrame {
  /** `timeline`, `sources`: without folder and extension. */
  readonly name: string;
  /** What the picture shows, for who does not see it; in the report's language. At most 1,000 UTF-16 code units. */
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Picture extends PictureFrame {
  /** Bytes of a PNG file. */
  readonly png: Uint8Array;
}
