import { ogcRequest } from '@/lib/api/ogc/requests';

export const runtime = 'nodejs';

/** `GET /ogc/…`: OGC API – Features, for QGIS and GDAL. */
export function GET(request: Request): Promise<Response> {
  return ogcRequest(request);
}
