// Where databases keep what must not be lost, by the last part of the name of their image.
const DIRECTORIES: Readonly<Record<string, readonly string[]>> = {
  cassandra: ['/var/lib/cassandra'],
  'clickhouse-server': ['/var/lib/clickhouse'],
  cockroach: ['/cockroach/cockroach-data'],
  couchdb: ['/opt/couchdb/data'],
  elasticsearch: ['/usr/share/elasticsearch/data'],
  etcd: ['/var/lib/etcd'],
  influxdb: ['/var/lib/influxdb', '/var/lib/influxdb2'],
  mariadb: ['/var/lib/mysql'],
  mongo: ['/data/db'],
  mysql: ['/var/lib/mysql'],
  'mysql-server': ['/var/lib/mysql'],
  neo4j: ['/data'],
  opensearch: ['/usr/share/opensearch/data'],
  percona: ['/var/lib/mysql'],
  'percona-server': ['/var/lib/mysql'],
  postgis: ['/var/lib/postgresql/data', '/var/lib/postgresql'],
  postgres: ['/var/lib/postgresql/data', '/var/lib/postgresql'],
  timescaledb: ['/var/lib/postgresql/data', '/var/lib/postgresql'],
};

/** The directories in which a database keeps its data, by its image; none for everything else. */
export function dataDirectoriesOf(image: string): readonly string[] {
  const [, name = ''] = /([^/:@]+)(?::[^/@]*)?(?:@.*)?$/.exec(image) ?? [];
  return Object.hasOwn(DIRECTORIES, name) ? (DIRECTORIES[name] ?? []) : [];
}
