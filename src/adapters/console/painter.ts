/** Emphasis for a terminal; plain text where the output is none. */
import { styleText } from 'node:util';

export interface Painter {
  strong(text: string): string;
  faint(text: string): string;
  number(text: string): string;
  accusing(text: string): string;
  denying(text: string): string;
  acting(text: string): string;
}

type Format = Parameters<typeof styleText>[0];

/** The caller decides on `color`: it knows the stream and the environment. */
export function createPainter(color: boolean): Painter {
  const paint = (format: Format) => (text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
  return {
    strong: paint('bold'),
    faint: paint('dim'),
    number: paint('cyan'),
    accusing: paint(['bold', 'red']),
    denying: paint(['bold', 'blue']),
    acting: paint(['bold', 'yellow']),
  };
}
