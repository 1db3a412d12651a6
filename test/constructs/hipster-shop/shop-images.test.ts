import { PUBLISHED_IMAGES, type ShopImages, shopImage } from '../../../constructs';

describe('shopImage', () => {
  test('is path, service and tag', () => {
    const images: Required<ShopImages> = { path: 'registry.example.org:5000/shop', tag: 'v1' };
    expect(shopImage(images, 'cartservice')).toBe('registry.example.org:5000/shop/cartservice:v1');
  });

  test('of the published shop is in its registry', () => {
    expect(shopImage(PUBLISHED_IMAGES, 'frontend')).toBe(
      'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/frontend:v0.10.6',
    );
  });
});
