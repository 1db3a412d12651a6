import { App, Exposure, type Need, Stack, WebApplication } from '../../constructs';

const ROUNDS = 7;

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

// One process for each size: the garbage of another one would be counted here.
const count = Number(process.argv[2]);
for (let warm = 0; warm < 1000; warm += count) milliseconds(count);
const best = Math.min(...Array.from({ length: ROUNDS }, () => milliseconds(count)));
console.log(JSON.stringify({ best, peak: process.resourceUsage().maxRSS * 1024 }));
