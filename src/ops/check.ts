/** What `doctor` finds out: one check after the other, none of which can break the rest. */
import { errorMessage, OperatorError } from '../core/errors.ts';

export interface Finding {
  readonly status: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** What to do about it; null when all is well, or when the message says it already. */
  readonly fix: string | null;
}

export interface CheckResult extends Finding {
  readonly check: string;
}

export interface Check {
  readonly name: string;
  /** Each finding becomes one line. What it throws becomes a failed one. */
  run(): Promise<readonly Finding[]>;
}

export const ok = (message: string): Finding => ({ status: 'ok', message, fix: null });
export const warn = (message: string, fix: string | null): Finding => ({ status: 'warn', message, fix });
export const fail = (message: string, fix: string | null): Finding => ({ status: 'fail', message, fix });

/** Runs the checks in order. Never rejects. */
export async function runChecks(checks: readonly Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, run } of checks) {
    let findings: readonly Finding[];
    try {
      findings = await run();
    } catch (error) {
      findings = [thrown(error)];
    }
    results.push(...findings.map((finding) => ({ check: name, ...finding })));
  }
  return results;
}

function thrown(error: unknown): Finding {
  const message = errorMessage(error).replaceAll(/\s*\n\s*/g, '; ');
  // An OperatorError says itself what to do.
  return fail(message, error instanceof OperatorError ? null : 'this is a defect: please report it');
}
