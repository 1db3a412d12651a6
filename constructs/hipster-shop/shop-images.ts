/** Where the images of the shop come from: one path and one tag for all of them. */
export interface ShopImages {
  /** Registry and path, without the name of the service. */
  readonly path: string;
  /** The release. */
  readonly tag: string;
}

/** The release of the shop that its authors publish. */
export const PUBLISHED_IMAGES: ShopImages = {
  path: 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo',
  tag: 'v0.10.6',
};

/** The image of one service. */
export function shopImage({ path, tag }: ShopImages, service: string): string {
  return `${path}/${service}:${tag}`;
}
