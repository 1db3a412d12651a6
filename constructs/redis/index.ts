export { PersistentRedis, type PersistentRedisProps } from './persistent-redis';
export { Redis } from './redis';
export type { RedisProps, RedisServer } from './redis-server';
