import { candidate, type Candidate, type NumberRecognizer } from '../recognizer.js';
import { readAddressEnd } from './match-address.js';
import { max } from '../../text/math.js';

const BOX =
  /(?:^|[^A-Za-z])((?:(?:G\.?)?P\.? ?O\.? ?Box(?: No\.?)?|Locked Bag|Private Bag|Case Postale|Caixa Postal|Casilla(?: de Correo)?|Post Office Box|Postfach|Apartado(?: de Correos)?|B\.?P\.?|PSC \d{1,4},? Box|Unit \d{1,5},? Box|RR \d,? Box|HC \d{1,2},? Box) )$/i;
const WINDOW = 28;

/** Boxes at a post office: `P.O. Box 123, Springfield, IL 62704`. */
export const postBoxRecognizer: NumberRecognizer = {
  name: 'post-box',
  trigger: 'number',
  shapes: ['1~6', '2-3', '2~6-5', 'LD', 'LDD', 'LDDD', 'LDDDD'],
  before: ['SPACE'],
  // x of Box, h of Postfach, o of Apartado, s of Correos, p of BP, g of Bag, e of Postale, l of Postal, a of Casilla.
  behind: 'xhospgela.',
  recognize({ text, start, end }): Candidate | undefined {
    const box = BOX.exec(text.slice(max(0, start - WINDOW), start))?.[1];
    if (box === undefined) return undefined;
    const address = readAddressEnd(text, end);
    // `BP 120/80` is a pressure: a boîte postale is told by its town.
    if (/^b\.?p/i.test(box) && address.parts === 0) return undefined;
    return candidate('ADDRESS', start - box.length, address.end, 0.85);
  },
};
