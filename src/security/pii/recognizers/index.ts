import { bankAccountRecognizer } from './bank-account.recognizer.js';
import { creditCardRecognizer } from './credit-card.recognizer.js';
import { dateOfBirthRecognizer } from './date-of-birth.recognizer.js';
import { emailRecognizer } from './email.recognizer.js';
import { ibanRecognizer } from './iban.recognizer.js';
import { ipv4Recognizer, ipv6Recognizer } from './ip-address.recognizer.js';
import { krAddressRecognizer } from './kr-address.recognizer.js';
import { krBusinessRecognizer, krCorporateRecognizer } from './kr-corporate.recognizer.js';
import { krDriverLicenseRecognizer } from './kr-driver-license.recognizer.js';
import { krResidentRecognizer } from './kr-resident.recognizer.js';
import { krVehicleRecognizer } from './kr-vehicle.recognizer.js';
import { passportRecognizer } from './passport.recognizer.js';
import { personEnglishLabelRecognizer, personEnglishRecognizer } from './person-en.recognizer.js';
import { personKoreanLabelRecognizer, personKoreanTitleRecognizer } from './person-ko.recognizer.js';
import { personNeighbourRecognizer } from './person-neighbour.recognizer.js';
import { phoneRecognizer } from './phone.recognizer.js';
import type { Recognizer } from './recognizer.js';
import { urlCredentialsRecognizer } from './url-credentials.recognizer.js';
import { usAddressRecognizer } from './us-address.recognizer.js';
import { usSsnRecognizer } from './us-ssn.recognizer.js';

/** Every recognizer of the engine. A new one is a file in this folder and a line here. */
export const RECOGNIZERS: readonly Recognizer[] = [
  emailRecognizer,
  phoneRecognizer,
  krResidentRecognizer,
  krCorporateRecognizer,
  krBusinessRecognizer,
  krDriverLicenseRecognizer,
  krVehicleRecognizer,
  passportRecognizer,
  creditCardRecognizer,
  bankAccountRecognizer,
  ibanRecognizer,
  usSsnRecognizer,
  dateOfBirthRecognizer,
  ipv4Recognizer,
  ipv6Recognizer,
  urlCredentialsRecognizer,
  krAddressRecognizer,
  usAddressRecognizer,
  personKoreanTitleRecognizer,
  personKoreanLabelRecognizer,
  personEnglishRecognizer,
  personEnglishLabelRecognizer,
  personNeighbourRecognizer,
];

/** Changes whenever the same text may give other findings; part of every policy version. */
export const DETECTOR_VERSION = '2026-11.1';
