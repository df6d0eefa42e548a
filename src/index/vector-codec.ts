/** Vectors as the database holds them. */

/** Little-endian float32, whatever the machine. */
export function encodeVector(vector: Float32Array): Uint8Array {
  if (LITTLE_ENDIAN)
    return new Uint8Array(vector.buffer.slice(vector.byteOffset, vector.byteOffset + vector.byteLength));
  const bytes = new Uint8Array(vector.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, x] of vector.entries()) view.setFloat32(i * 4, x, true);
  return bytes;
}

export function decodeVector(bytes: Uint8Array): Float32Array {
  // A copy: the bytes of a row may stand at an odd address.
  const buffer = bytes.slice().buffer;
  if (LITTLE_ENDIAN) return new Float32Array(buffer);
  const view = new DataView(buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
}

/** 32-bit checksum (FNV-1a over words) of an encoded vector. */
export function vectorDigest(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hash = 0x811c9dc5;
  for (let i = 0; i + 4 <= bytes.byteLength; i += 4)
    hash = Math.imul(hash ^ view.getUint32(i, true), 0x01000193);
  return hash >>> 0;
}

const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
