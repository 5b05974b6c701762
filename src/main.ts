import { startGatehouse } from './gatehouse.js';

await startGatehouse();
