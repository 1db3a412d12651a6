import { App, Exposure, type Need, Stack, WebApplication } from '../../constructs';

const WORK = 15_000;

class ManyStack extends Stack {
  public readonly title = 'many web applications';
  public readonly needs: readonly Need[] = [];

  public constructor(app: App, count: number) {
    super(app, 'many');
    for (let number = 0; number < count; number++) {
      new WebApplication(this, `web-${number}`).expose(`web-${number}-svc`, Exposure.clusterIp({ port: 80 }));
    }
  }
}

function milliseconds(count: number): number {
  const start = process.hrtime.bigint();
  const app = new App();
  new ManyStack(app, count);
  app.synthYaml();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

// One process for each size, and as much work in each: garbage is then paid for by those who make it.
const count = Number(process.argv[2]);
const rounds = WORK / count;
for (let warm = 0; warm < rounds; warm++) milliseconds(count);
let total = 0;
for (let round = 0; round < rounds; round++) total += milliseconds(count);
console.log(JSON.stringify({ mean: total / rounds, peak: process.resourceUsage().maxRSS * 1024 }));
