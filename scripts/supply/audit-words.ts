/** What `npm audit --json` said, in lines, and the exit code that follows. */

interface Vulnerability {
  readonly severity?: string;
  readonly range?: string;
  readonly fixAvailable?: unknown;
}

export function auditWords(stdout: string): { lines: string[]; exitCode: 0 | 1 } {
  const report = parsed(stdout);
  if (report === null || typeof report.vulnerabilities !== 'object' || report.vulnerabilities === null) {
    const why = typeof report?.message === 'string' ? ` (${report.message.split(' - ')[0]})` : '';
    return { lines: [`not audited: the registry does not answer audits${why}`], exitCode: 0 };
  }
  const found = Object.entries(report.vulnerabilities as Record<string, Vulnerability>);
  if (found.length === 0)
    return { lines: ['no known vulnerability in the production packages'], exitCode: 0 };
  const lines = found.map(
    ([name, { severity, range, fixAvailable }]) =>
      `${severity ?? 'unknown'}: ${name} ${range ?? ''}${fixAvailable ? ' (a fixed version exists)' : ''}`,
  );
  return { lines, exitCode: 1 };
}

function parsed(stdout: string): Record<string, unknown> | null {
  try {
    return JSON.parse(stdout) as Record<string, unknown>;
  } catch {
    return null;
  }
}
