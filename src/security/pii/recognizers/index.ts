import { addressJapaneseBlockRecognizer } from './addresses/japanese-block.recognizer.js';
import { addressKoreanLatinRecognizer } from './addresses/korean-latin.recognizer.js';
import { addressNamedHouseRecognizer } from './addresses/named-house.recognizer.js';
import { addressNumberFirstRecognizer } from './addresses/number-first.recognizer.js';
import { addressPostalCodeRecognizers } from './addresses/postal-code.recognizer.js';
import { postBoxRecognizer } from './addresses/post-box.recognizer.js';
import { addressStreetFirstRecognizer } from './addresses/street-first.recognizer.js';
import { addressTypedStreetRecognizer } from './addresses/typed-street.recognizer.js';
import { AGE_RECOGNIZERS } from './age.recognizer.js';
import { bankAccountShortRecognizer } from './bank-account-short.recognizer.js';
import { bankAccountRecognizer } from './bank-account.recognizer.js';
import { capitalisedRecognizer } from './capitalised.recognizer.js';
import { creditCardRecognizer } from './credit-card.recognizer.js';
import { cryptoWalletRecognizer } from './crypto-wallet.recognizer.js';
import { dateOfBirthNeighbourRecognizer } from './date-of-birth-neighbour.recognizer.js';
import { spokenDateOfBirthRecognizer } from './date-of-birth-spoken.recognizer.js';
import { DATE_OF_BIRTH_RECOGNIZERS } from './date-of-birth.recognizer.js';
import { DATE_TIME_RECOGNIZERS } from './date-time.recognizer.js';
import { digitsApartRecognizer } from './digits-apart.recognizer.js';
import { emailRecognizer } from './email.recognizer.js';
import { ibanRecognizer } from './iban.recognizer.js';
import { COUNTRY_IDENTIFIERS } from './identifiers/index.js';
import { letterLedRecognizer } from './identifiers/letter-led.recognizer.js';
import { ipv4Recognizer, ipv6Recognizer } from './ip-address.recognizer.js';
import { krAddressRecognizer } from './kr-address.recognizer.js';
import { krAreaRecognizer } from './kr-area.recognizer.js';
import { krBusinessRecognizer } from './kr-business.recognizer.js';
import { krCorporateRecognizer } from './kr-corporate.recognizer.js';
import { krDriverLicenseRecognizer } from './kr-driver-license.recognizer.js';
import { krResidentRecognizer } from './kr-resident.recognizer.js';
import { krVehicleRecognizer } from './kr-vehicle.recognizer.js';
import { MAC_ADDRESS_RECOGNIZERS } from './mac-address.recognizer.js';
import { krPassportRecognizer, passportRecognizer, travelDocumentRecognizer } from './passport.recognizer.js';
import { personChatRecognizer } from './person-chat.recognizer.js';
import { personColumnRecognizer } from './person-column.recognizer.js';
import { personEnglishRecognizer } from './person-en.recognizer.js';
import { PERSON_INTRODUCED_RECOGNIZERS } from './person-introduced.recognizer.js';
import { personKoreanAddressedRecognizer } from './person-ko-addressed.recognizer.js';
import { personKoreanAliasRecognizer } from './person-ko-alias.recognizer.js';
import { personKoreanFieldRecognizer } from './person-ko-field.recognizer.js';
import { personKoreanGivenModelRecognizer } from './person-ko-given-model.recognizer.js';
import { personKoreanModelRecognizer } from './person-ko-model.recognizer.js';
import { personKoreanNeighbourRecognizer } from './person-ko-neighbour.recognizer.js';
import { personKoreanRecognizer } from './person-ko.recognizer.js';
import { personLabelRecognizer } from './person-label.recognizer.js';
import { personNeighbourRecognizer } from './person-neighbour.recognizer.js';
import { phoneChineseRecognizer } from './phone-cn.recognizer.js';
import { phoneExitCodeRecognizer } from './phone-exit-code.recognizer.js';
import { phoneInternationalRecognizer } from './phone-international.recognizer.js';
import { phoneJapaneseRecognizer } from './phone-jp.recognizer.js';
import { phoneKoreanCompanyRecognizer } from './phone-kr-company.recognizer.js';
import { phoneKoreanRecognizer } from './phone-kr.recognizer.js';
import { phoneLocalRecognizer } from './phone-local.recognizer.js';
import { phoneUsRecognizer } from './phone-us.recognizer.js';
import { phoneWorldRecognizer } from './phone-world.recognizer.js';
import type { Recognizer } from './recognizer.js';
import { domainRecognizer, urlRecognizer } from './url.recognizer.js';
import { urlCredentialsRecognizer } from './url-credentials.recognizer.js';
import { usSsnRecognizer } from './us-ssn.recognizer.js';

/** Every recognizer of the engine. A new one is a file in this folder and a line here. */
export const RECOGNIZERS: readonly Recognizer[] = [
  emailRecognizer,
  phoneInternationalRecognizer,
  phoneKoreanRecognizer,
  phoneKoreanCompanyRecognizer,
  digitsApartRecognizer,
  phoneUsRecognizer,
  phoneWorldRecognizer,
  phoneExitCodeRecognizer,
  phoneLocalRecognizer,
  phoneJapaneseRecognizer,
  phoneChineseRecognizer,
  krResidentRecognizer,
  krCorporateRecognizer,
  krBusinessRecognizer,
  krDriverLicenseRecognizer,
  krVehicleRecognizer,
  krPassportRecognizer,
  passportRecognizer,
  travelDocumentRecognizer,
  creditCardRecognizer,
  bankAccountRecognizer,
  bankAccountShortRecognizer,
  ibanRecognizer,
  usSsnRecognizer,
  ...COUNTRY_IDENTIFIERS,
  ...DATE_OF_BIRTH_RECOGNIZERS,
  spokenDateOfBirthRecognizer,
  dateOfBirthNeighbourRecognizer,
  ...DATE_TIME_RECOGNIZERS,
  ...AGE_RECOGNIZERS,
  cryptoWalletRecognizer,
  ...MAC_ADDRESS_RECOGNIZERS,
  ipv4Recognizer,
  ipv6Recognizer,
  urlCredentialsRecognizer,
  urlRecognizer,
  domainRecognizer,
  krAddressRecognizer,
  krAreaRecognizer,
  addressNumberFirstRecognizer,
  addressStreetFirstRecognizer,
  addressNamedHouseRecognizer,
  ...addressPostalCodeRecognizers,
  addressTypedStreetRecognizer,
  addressJapaneseBlockRecognizer,
  addressKoreanLatinRecognizer,
  postBoxRecognizer,
  personKoreanRecognizer,
  personKoreanAddressedRecognizer,
  capitalisedRecognizer,
  letterLedRecognizer,
  personEnglishRecognizer,
  personColumnRecognizer,
  personChatRecognizer,
  ...PERSON_INTRODUCED_RECOGNIZERS,
  personLabelRecognizer,
  personKoreanFieldRecognizer,
  personNeighbourRecognizer,
  personKoreanNeighbourRecognizer,
  // Last: where a rule sees something in the same syllables, it has been asked already.
  personKoreanAliasRecognizer,
  personKoreanModelRecognizer,
  personKoreanGivenModelRecognizer,
];

/** Changes whenever the same text may give other findings; part of every policy version. */
export const DETECTOR_VERSION = '2026-11.12';
