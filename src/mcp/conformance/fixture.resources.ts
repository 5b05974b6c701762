import type { ResourceBody, ResourceVariables } from '../declarations/mcp-resource.decorator.js';
import { PNG } from './fixture-content.js';
import { ConformanceResource } from './fixture.decorator.js';

@ConformanceResource({ uri: 'test://static-text', name: 'static-text', mimeType: 'text/plain' })
class StaticTextResource {
  read(): ResourceBody {
    return 'This is the content of the static text resource.';
  }
}

@ConformanceResource({ uri: 'test://static-binary', name: 'static-binary', mimeType: 'image/png' })
class StaticBinaryResource {
  read(): ResourceBody {
    return Buffer.from(PNG, 'base64');
  }
}

@ConformanceResource({ uri: 'test://watched-resource', name: 'watched-resource', mimeType: 'text/plain' })
class WatchedResource {
  read(): ResourceBody {
    return 'Watched resource content';
  }
}

@ConformanceResource({
  uri: 'test://template/{id}/data',
  name: 'template-data',
  mimeType: 'application/json',
})
class TemplateResource {
  read({ id }: ResourceVariables): ResourceBody {
    return { id, templateTest: true, data: `Data for ID: ${id}` };
  }
}

export const fixtureResources = [StaticTextResource, StaticBinaryResource, WatchedResource, TemplateResource];
