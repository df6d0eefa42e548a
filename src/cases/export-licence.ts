/** Under which terms exported cases may be used (corpus/README.md). */
export const LICENCE =
  'The wording is Casebook’s digest, under the Apache License 2.0; the facts are nobody’s property, ' +
  'the publications that are referred to remain their publishers’.';
