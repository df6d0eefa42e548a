/** Counters of a registry, each made in a line. */
import { Counter, type Registry } from 'prom-client';

/** @returns makes a counter that counts apart for each value of its labels. */
export function countersOf(registry: Registry) {
  return <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
}
