/** The picture of a report, to be sent on: it says nothing that the report does not. */
import { el, icon } from './dom.js';
import { lang, t } from './i18n.js';

/**
 * It is fetched when it is scrolled to, and its place is kept until then. Where it does not come, a line says so.
 *
 * @param {import('../shown-picture.ts').ShownPicture} picture
 */
export function pictureView({ src, alt, width, height }) {
  const image = el('img', { src, alt, width, height, loading: 'lazy', decoding: 'async' });
  const link = el('a', { href: src, target: '_blank' }, t('openPicture'), icon('open'));
  const figure = el(
    'figure',
    { class: 'report-picture' },
    image,
    // Not the picture itself: a link would be called by its whole text.
    el('figcaption', { class: 'meta', lang: lang() }, link),
  );
  image.addEventListener('error', () => {
    figure.replaceWith(el('p', { class: 'meta picture-failed', lang: lang() }, t('pictureFailed')));
  });
  return figure;
}
