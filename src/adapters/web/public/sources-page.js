/** The page that tells what the corpus holds. */
import { showReportPage } from './report-page.js';

await showReportPage();
