/** What `doctor` finds at the port for probes while a server runs. */
import { type Finding, ok, warn } from './check.ts';
import type { HealthReport } from './health.ts';

/** Milliseconds: each part has two seconds for its answer. */
const PATIENCE = 5_000;
/** Where a server that listens everywhere is reached from its own machine. */
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Asks whether the running server is ready. */
export async function checkProbes(
  { host, port }: { readonly host: string; readonly port: number },
  ask: typeof fetch,
): Promise<Finding[]> {
  const name = EVERYWHERE[host] ?? host;
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}/readyz`;
  const report = await readReport(url, ask);
  if (report === null)
    return [
      warn(
        `the running server does not answer at ${url}`,
        'restart it if OPS_PORT or OPS_HOST was set since it started',
      ),
    ];
  if (report.ok) return [ok(`ready, says ${url}`)];
  const parts = Object.entries(report.parts).filter(([, part]) => !part.ok);
  const which = parts.map(([part, { state }]) => `${part}: ${state}`).join(', ');
  const what = which === '' ? report.status : `${report.status} (${which})`;
  return [warn(`${what}, says ${url}`, 'docs/operations.md tells what to do for each part')];
}

/** @returns null when nobody answers, or somebody else. */
async function readReport(url: string, ask: typeof fetch): Promise<HealthReport | null> {
  try {
    const response = await ask(url, { signal: AbortSignal.timeout(PATIENCE) });
    const said = (await response.json()) as Partial<HealthReport> | null;
    const { ok: well, status, parts } = said ?? {};
    if (typeof well !== 'boolean' || typeof status !== 'string' || typeof parts !== 'object') return null;
    return { ok: well, status, parts };
  } catch {
    return null;
  }
}
