/** What we use of WebAssembly: TypeScript knows it only as a part of browsers. */
declare namespace WebAssembly {
  /** In pages of 65,536 bytes. */
  class Memory {
    constructor(size: { initial: number; maximum: number });
    /** Another one after `grow`. */
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
    readonly exports: Record<string, unknown>;
  }
}
