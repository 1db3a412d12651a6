export { Minio, type MinioProps } from './minio';
