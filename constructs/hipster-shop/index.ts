export { Frontend, type FrontendProps } from './frontend';
export { GrpcService, type GrpcServiceProps } from './grpc-service';
export { HipsterShop, type HipsterShopProps } from './hipster-shop';
export { LoadGenerator, type LoadGeneratorProps } from './load-generator';
export { PaymentService, type PaymentServiceProps } from './payment-service';
export { PUBLISHED_IMAGES, type ShopImages, shopImage } from './shop-images';
export { ShopService, type ShopServiceProps } from './shop-service';
