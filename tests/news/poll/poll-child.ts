/** Polls the feeds of a state file again and again until it is killed: `node poll-child.ts FILE HOST OWNER EPOCH`. */
import { pollState } from './poll-state.ts';

const [path = '', host = '', owner = '', epoch = ''] = process.argv.slice(2);
const { poller } = pollState({ path, host, owner, epoch: Number(epoch) });
console.log('ready');
for (;;) {
  await poller.pollOnce(new AbortController().signal);
  await new Promise((done) => setTimeout(done, 5));
}
