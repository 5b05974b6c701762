export { presidioErrorFormat } from './presidio-error-format.js';
export { PresidioModule } from './presidio.module.js';
