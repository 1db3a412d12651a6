import { HipsterShop, Redis } from '../../../constructs';
import { at, only, synth } from '../../synth';

const manifests = synth((stack) => new HipsterShop(stack, 'shop', { redis: new Redis(stack, 'redis-cart') }));

const podOf = (service: string) => at(only(manifests, 'Deployment', service), 'spec.template.spec');

describe('the pods of HipsterShop', () => {
  test.each([
    ['adservice', '200m', '180Mi', '300m', '300Mi'],
    ['cartservice', '200m', '64Mi', '300m', '128Mi'],
    ['currencyservice', '100m', '64Mi', '200m', '128Mi'],
    ['emailservice', '100m', '64Mi', '200m', '128Mi'],
    ['paymentservice', '100m', '64Mi', '200m', '128Mi'],
    ['productcatalogservice', '100m', '64Mi', '200m', '128Mi'],
    ['shippingservice', '100m', '64Mi', '200m', '128Mi'],
    ['recommendationservice', '100m', '220Mi', '200m', '450Mi'],
    ['checkoutservice', '100m', '64Mi', '200m', '128Mi'],
    ['frontend', '100m', '64Mi', '200m', '128Mi'],
  ])('%s is promised %s and %s, and has at most %s and %s', (service, cpu, memory, mostCpu, mostMemory) => {
    expect(at(podOf(service), 'containers.0.resources')).toEqual({
      requests: { cpu, memory },
      limits: { cpu: mostCpu, memory: mostMemory },
    });
  });

  const minimal = (port: number) => ({ grpc: { port } });
  const often = (port: number) => ({ grpc: { port }, periodSeconds: 5 });

  test.each([
    ['currencyservice', minimal(7000), minimal(7000)],
    ['emailservice', often(8080), often(8080)],
    ['paymentservice', minimal(50051), minimal(50051)],
    ['productcatalogservice', minimal(3550), minimal(3550)],
    ['shippingservice', often(50051), minimal(50051)],
    ['recommendationservice', often(8080), often(8080)],
    ['checkoutservice', minimal(5050), minimal(5050)],
  ])('%s is asked from the start', (service, readiness, liveness) => {
    expect(at(podOf(service), 'containers.0.readinessProbe')).toEqual(readiness);
    expect(at(podOf(service), 'containers.0.livenessProbe')).toEqual(liveness);
  });

  test.each([
    ['adservice', { grpc: { port: 9555 }, initialDelaySeconds: 20, periodSeconds: 15 }],
    ['cartservice', { grpc: { port: 7070 }, initialDelaySeconds: 15 }],
  ])('%s is asked later, because it starts slowly', (service, probe) => {
    expect(at(podOf(service), 'containers.0.readinessProbe')).toEqual(probe);
    expect(at(podOf(service), 'containers.0.livenessProbe')).toEqual(probe);
  });

  test.each([
    ['adservice', 5],
    ['cartservice', 5],
    ['currencyservice', 5],
    ['emailservice', 5],
    ['paymentservice', 5],
    ['productcatalogservice', 5],
    ['shippingservice', undefined],
    ['recommendationservice', 5],
    ['checkoutservice', undefined],
    ['frontend', undefined],
  ])('%s may take this time to end: %s', (service, seconds) => {
    expect(at(podOf(service), 'terminationGracePeriodSeconds')).toBe(seconds);
  });
});
