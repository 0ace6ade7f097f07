import messages from '../../../data/messages/en/api.json';
import { version } from '../../../package.json';
import { openApiDocument } from '../openapi/document';
import { FEATURE_OPERATIONS } from '../openapi/operations/ogc';

/** The definition of what lies under `/ogc`, in OpenAPI 3.0, which OGC API – Features Part 1 wants. `server`: the address of the landing page. */
export function ogcDefinition(server: string): object {
  const { groups, operations, security, ogcTitle: title, ogcDescription: description } = messages;
  return openApiDocument(
    '3.0.3',
    { title, description, version, server, root: '/ogc', security, groups, summaries: operations },
    FEATURE_OPERATIONS,
  );
}
