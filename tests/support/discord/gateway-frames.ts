/** Writes gateway frames: as text, each deflated, or as one zlib stream, whichever the client asked for. */
import { constants, createDeflate, deflateSync } from 'node:zlib';
import { WebSocket } from 'ws';
import type { Json } from './discord-model.ts';

export interface FrameWriter {
  write: (frame: Json) => void;
  /** From now on each frame is a zlib document of its own, as `compress` in Identify asks. */
  compressEach: () => void;
}

/** With `stream`, all frames of the connection share one zlib context, each ending in a flush. */
export function createFrameWriter(socket: WebSocket, stream: boolean): FrameWriter {
  const send = (data: string | Buffer) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(data);
  };
  if (stream) return { write: streamWriter(send), compressEach: () => {} };
  let each = false;
  return {
    write: (frame) => send(each ? deflateSync(JSON.stringify(frame)) : JSON.stringify(frame)),
    compressEach: () => {
      each = true;
    },
  };
}

function streamWriter(send: (data: Buffer) => void): (frame: Json) => void {
  const deflate = createDeflate({ flush: constants.Z_SYNC_FLUSH });
  let parts: Buffer[] = [];
  let queue = Promise.resolve();
  deflate.on('data', (part: Buffer) => parts.push(part));
  return (frame) => {
    queue = queue.then(
      () =>
        new Promise((resolve) => {
          deflate.write(JSON.stringify(frame));
          deflate.flush(constants.Z_SYNC_FLUSH, () => {
            send(Buffer.concat(parts));
            parts = [];
            resolve();
          });
        }),
    );
  };
}
