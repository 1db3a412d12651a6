import { variableMisspelt } from '../../../../checks/rules/references/variable-misspelt';
import { describeRule, findingsIn } from '../../rule-cases';

const pod = (names: readonly string[], image = 'example.com/shop:1.0.0') => `
apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  containers:
    - name: shop
      image: ${image}
      env:
${names.map((name) => `        - name: ${name}`).join('\n')}
`;

const mark = (name: string, beside: string) => `${name} # ! Container 'shop' has '${name}' beside '${beside}'`;

describeRule(variableMisspelt, {
  found: {
    'two letters that changed places': pod(['REDIS_HOST', mark('REIDS_PORT', 'REDIS_HOST')]),
    'a letter that is missing in a short word': pod(['REDIS_HOST', mark('REDS_PORT', 'REDIS_HOST')]),
    'a letter that is missing': pod([mark('POSTGRS_DB', 'POSTGRES_USER'), 'POSTGRES_USER']),
    'a letter too many': pod(['POSTGRES_USER', mark('POSTTGRES_DB', 'POSTGRES_USER')]),
    'a wrong letter': pod(['POSTGRES_USER', mark('POSTGRAS_DB', 'POSTGRES_USER')]),
    'a slip in the name of the program that the image has': pod(
      ['GITEA_USER', mark('GIETA_DB', 'GITEA_USER')],
      'docker.io/gitea/gitea:1.24.6',
    ),
    'letters that changed places beside two that agree': pod([
      'CHECKOUT_A',
      'CHECKOUT_B',
      mark('CHECKUOT_C', 'CHECKOUT_A'),
    ]),
    'one slip twice, once': pod(['POSTGRES_USER', mark('POSTGERS_DB', 'POSTGRES_USER'), 'POSTGERS_HOST']),
  },
  right: {
    'one and many': pod(['USER_NAME', 'USERS_FILE', 'HTTP_PROXY', 'HTTPS_PROXY', 'REDIS_HOST', 'REDISS_HOST']),
    'programs with names that are close': pod([
      'MYSQL_HOST',
      'MSSQL_HOST',
      'MONGO_URL',
      'MONGODB_URL',
      'POSTGRES_A',
      'POSTGRESQL_A',
    ]),
    'words that are close': pod([
      'CONTENT_A',
      'CONTENT_B',
      'CONTEXT_A',
      'READ_A',
      'READ_B',
      'REDA_C',
      'SENDER_A',
      'RENDER_A',
    ]),
    'numbered ones': pod(['KAFKA_A', 'KAFKA1_A', 'KAF2KA_A']),
    'words that may both be right': pod(['CASUAL_A', 'CAUSAL_A']),
    'two words that are used often': pod(['CASUAL_A', 'CASUAL_B', 'CAUSAL_A', 'CAUSAL_B']),
    'names of one word': pod(['REDIS', 'REIDS']),
  },
});

test('says what to write', () => {
  const [finding] = findingsIn(variableMisspelt, pod(['POSTGRES_USER', 'POSTGERS_DB', 'POSTGERS_HOST']));
  expect(finding?.remedy).toBe("Write 'POSTGRES_DB'");
  expect(finding?.related).toMatchObject([{ line: 13 }]);
});
