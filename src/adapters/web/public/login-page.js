/** The page that asks for the token: its words and colours follow the reader's choices. */
import { applyLang } from './i18n.js';
import { startSettings } from './settings.js';

startSettings();
applyLang();
