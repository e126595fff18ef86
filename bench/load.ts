/** A load generator in a process of its own: GETs one address over kept-alive connections, prints req/s. */
import { Agent, get } from 'node:http';

const [url, connectionsText, secondsText] = process.argv.slice(2);
const connections = Number(connectionsText);
const until = performance.now() + Number(secondsText) * 1000;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
let done = 0;

function once(): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url!, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`HTTP ${response.statusCode}`));
      response.resume();
      response.on('end', resolve);
    }).on('error', reject);
  });
}

const start = performance.now();
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() < until) {
      await once();
      done++;
    }
  }),
);
process.stdout.write(String(done / ((performance.now() - start) / 1000)));
agent.destroy();
