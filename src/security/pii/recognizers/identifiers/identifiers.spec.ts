import { PiiAnalyzer } from '../../analyzer.js';
import { ALL_TYPES, type EntityType } from '../../entity-types.js';

const analyzer = new PiiAnalyzer();

function found(text: string): string[] {
  return analyzer
    .scan(text, ALL_TYPES)
    .map(({ entityType, start, end }) => `${entityType}=${text.slice(start, end)}`);
}

/** Texts whose one identifier is found exactly (between ‹ and ›), and near misses in which the type is not found. */
const TABLES: Partial<
  Record<EntityType, { readonly hits: readonly string[]; readonly misses: readonly string[] }>
> = {
  US_ITIN: {
    hits: ['‹911-70-1234›', 'ITIN: ‹911701234›', '‹900-88-1234› is my taxpayer number'],
    misses: ['911-89-1234', '811-70-1234', '911-70-12345', '911701234 items'],
  },
  US_PASSPORT: {
    hits: ['US passport ‹912803456›', 'my passport number is ‹A12345678›', 'US passport ‹C12345678›'],
    misses: ['912803456', 'passport 91280345', 'passport 9128034567'],
  },
  US_DRIVER_LICENSE: {
    hits: ["driver's license: ‹H12234567›", 'DL number ‹D1234567›', 'driver license ‹S530-4608-5679›'],
    misses: ['H12234567 items', 'model D1234567', 'license agreement 12'],
  },
  US_MBI: {
    hits: ['‹1EG4-TE5-MK73›', 'Medicare ‹1EG4TE5MK73›'],
    misses: ['1SG4-TE5-MK73', '0EG4-TE5-MK73', '1EG4-TE5MK73', '1EG4-TE5-MK733'],
  },
  US_NPI: {
    hits: ['NPI ‹1234567893›', '‹1245319599›'],
    misses: ['1234567890', 'NPI 1234567890', 'NPI 3234567893', 'total 1234567893 rows'],
  },
  ABA_ROUTING_NUMBER: {
    hits: ['routing number ‹121000358›', 'ABA ‹0210-0002-1›'],
    misses: ['routing number 121000359', 'routing number 521000358', '121000358 visits'],
  },
  MEDICAL_LICENSE: {
    hits: ['DEA ‹AB1234563›', '‹BB1388568›'],
    misses: ['DEA AB1234564', 'IB1234563', 'AB12345634'],
  },
  UK_NHS: {
    hits: ['‹943 476 5919›', 'NHS number ‹9434765919›', '‹401-023-2137›'],
    misses: ['943 476 5918', '000 000 0000', '943 476 59191'],
  },
  UK_NINO: {
    hits: ['‹AA123456B›', 'NI number is ‹AB 12 34 56 C›', '‹ab123456c›', '‹TW987654A›'],
    misses: ['QQ123456C', 'BG123456C', 'AB123456E', 'AO123456C', 'AB1234567C', 'NO 12 34 56 7'],
  },
  UK_PASSPORT: { hits: ['British passport ‹AB1234567›'], misses: ['AB1234567 parts', 'passport AB12345678'] },
  UK_DRIVING_LICENCE: {
    hits: ['‹MORGA657054SM9IJ›', 'licence ‹SMITH711215JA9AB›', '‹FOX99657054SM9IJ›'],
    misses: ['MORGA677054SM9IJ', 'MORGA657404SM9IJ', 'MORGA657054SM9I', 'MO9GA657054SM9IJ'],
  },
  UK_POSTCODE: {
    hits: ['‹SW1A 1AA›', 'at ‹M1 1AE›, Manchester', '‹EC1A 1BB›', 'postcode ‹CR26XH›'],
    misses: ['ZZ1 1AA', 'SW1A 1CC', 'room B2 3DD4', 'A1 B2'],
  },
  UK_VEHICLE_REGISTRATION: {
    hits: ['‹AB12 CDE›', 'car ‹BD51SMR›', 'plate ‹A123 BCD›'],
    misses: ['AB01 CDE', 'IB12 CDE', 'AB12 CDEF', 'A123 times'],
  },
  CA_SIN: {
    hits: [
      ...['‹130 692 544›', 'SIN: ‹130692544›', '‹130-692-544›', 'NAS : ‹130 692 544›'],
      ...[
        'Social Insurance Number ‹046 454 286›',
        "numéro d'assurance sociale ‹046-454-286›",
        'S.I.N. ‹046454286›',
      ],
    ],
    misses: [
      '130 692 545',
      '830 692 544',
      '130692544 views',
      '130 692 544 1',
      '046 454 286',
      'SIN 046 454 287',
      'sinus 130692544 views',
    ],
  },
  AU_ABN: {
    hits: ['‹51 824 753 556›', 'ABN ‹51824753556›'],
    misses: ['52 824 753 556', 'total 51824753556 rows', '51 824 753 5566'],
  },
  AU_ACN: {
    hits: [
      'ACN ‹000 000 019›',
      '‹005 499 981›',
      'A.C.N. ‹004085616›',
      'Acme Pty Ltd, company number ‹004085616›',
    ],
    misses: ['000 000 018', '005499981 rows', 'company number 004085617'],
  },
  AU_TFN: {
    hits: ['TFN ‹876 543 210›', 'tax file number ‹123456782›'],
    misses: ['876 543 211', '123456782 rows'],
  },
  AU_MEDICARE: {
    hits: ['‹2123 45670 1›', 'Medicare ‹2123456701›'],
    misses: ['2123 45671 1', '7123 45670 1'],
  },
  IN_PAN: { hits: ['‹ABCPE1234F›', 'PAN ‹AAAPL1234C›'], misses: ['ABCPE12345', 'ABC1E1234F', 'XABCPE1234F'] },
  IN_AADHAAR: {
    hits: ['‹2345 6789 0124›', 'Aadhaar ‹234567890124›'],
    misses: ['2345 6789 0123', '1345 6789 0124', '2345 6789 0124 5678', '234567890124 rows'],
  },
  IN_VEHICLE_REGISTRATION: {
    hits: ['‹KA 01 AB 1234›', '‹DL3CAB1234›', '‹MH12DE1433›', '‹22 BH 1234 AA›'],
    misses: ['XX 01 AB 1234', 'KA 01 AB 123', 'ka01 ab'],
  },
  IN_VOTER: { hits: ['voter id ‹ABC1234567›'], misses: ['ABC1234567 units', 'voter AB1234567'] },
  IN_PASSPORT: {
    hits: ['passport ‹J8369854›'],
    misses: ['J8369854 units', 'passport J836985'],
  },
  IN_GSTIN: { hits: ['‹27AAPFU0939F1ZV›'], misses: ['47AAPFU0939F1ZV', '27AAPFU0939F1XV'] },
  SG_NRIC_FIN: {
    hits: ['‹S1234567D›', 'NRIC ‹T0123456G›', '‹G1234567X›'],
    misses: ['order S1234567A', 'A1234567D', 'S12345678D'],
  },
  SG_UEN: {
    hits: ['‹00192200M›', '‹197401143C›', 'UEN ‹S16FC0121D›'],
    misses: ['00192200L', '197401143D', 'S16FC0121E'],
  },
  ES_NIF: {
    hits: ['‹12345678Z›', 'DNI ‹12.345.678-Z›', '‹12345678-Z›'],
    misses: ['12345678A', '12345678ZZ', '123456789Z'],
  },
  ES_NIE: { hits: ['‹X1234567L›', 'NIE ‹Z1234567R›', '‹Y1234567-X›'], misses: ['X1234567A', 'W1234567L'] },
  ES_PASSPORT: { hits: ['pasaporte ‹AAA123456›'], misses: ['AAA123456 units'] },
  IT_FISCAL_CODE: {
    hits: ['‹RSSMRA85T10A562S›', 'codice fiscale ‹MRTMTT91D08F205J›'],
    misses: ['order RSSMRA85T10A562A', 'RSSMRA85T10A562'],
  },
  IT_VAT_CODE: {
    hits: ['P.IVA ‹00743110157›', '‹IT00743110157›'],
    misses: ['IT00743110158', '00743110157 rows'],
  },
  IT_DRIVER_LICENSE: {
    hits: ['patente ‹AA0123456B›', 'patente di guida ‹U1K55M7F2H›'],
    misses: ['AA0123456B units'],
  },
  IT_PASSPORT: { hits: ['passaporto ‹AA1234567›'], misses: ['AA1234567 units'] },
  IT_IDENTITY_CARD: {
    hits: [
      ...["carta d'identità ‹CA12345AA›", "carta d'identità ‹1234567AA›", 'Carta d’identità: ‹AX1234567›'],
      ...[
        'carta identità ‹AX 1234567› rilasciata',
        "documento d'identità n. ‹CA12345AA›",
        'identity card ‹CA 12345 AA›',
      ],
    ],
    misses: [
      'CA12345AA units',
      'carta identità AX 123456',
      'AX 1234567 pieces',
      'carta identità QAX 1234567',
    ],
  },
  DE_TAX_ID: {
    hits: ['‹86 095 742 719›', 'Steuer-ID ‹65929970489›'],
    misses: ['86 095 742 718', '11111111111', '12345678901 rows'],
  },
  DE_TAX_NUMBER: {
    hits: ['Steuernummer ‹181/815/08155›', 'St.-Nr. ‹21/815/08150›'],
    misses: ['181/815/0', '12/31/2024'],
  },
  DE_PASSPORT: {
    hits: ['Reisepass ‹C01X00T47›', 'German passport ‹C01X00T47›'],
    misses: ['C01X00T47 units', 'Reisepass A01X00T47', 'US passport C12345678'],
  },
  DE_ID_CARD: {
    hits: ['Personalausweis ‹L01X00T47›', 'Ausweisnummer ‹T220001293›'],
    misses: ['L01X00T47 units'],
  },
  DE_SOCIAL_SECURITY: {
    hits: ['‹65170839J003›', '‹15 070649 C 103›'],
    misses: ['65170839J004', '65173939J003'],
  },
  DE_HEALTH_INSURANCE: {
    hits: ['KVNR ‹A123456780›', '‹A000500015›'],
    misses: ['KVNR A123456781', 'A12345678'],
  },
  DE_HANDELSREGISTER: {
    hits: ['‹HRB 12345›', 'Amtsgericht München ‹HRB 6684›', '‹HRA12345›'],
    misses: ['HRC 12345', 'HRB 1234567'],
  },
  DE_PLZ: { hits: ['PLZ ‹10115›'], misses: ['10115 Stück', 'PLZ 00115', 'PLZ 101155'] },
  DE_VAT_ID: {
    hits: ['‹DE136695976›', 'USt-IdNr. ‹DE 136695976›', 'VAT ‹DE 136 695 976›'],
    misses: ['DE136695977', 'DE036695976', 'XDE136695976', 'DE1366959761', 'FR136695976'],
  },
  DE_FUEHRERSCHEIN: {
    hits: ['Führerschein ‹B072RRE2I55›', '‹B072RRE2I55›', 'driver license ‹b072rre2i55›'],
    misses: ['Führerschein B072RRE2I65', 'model B072RRE2I55', 'Führerschein B072RRE2I5'],
  },
  DE_LANR: {
    hits: ['LANR ‹123456601›', 'Arztnummer: ‹1234566-01›'],
    misses: ['123456601', 'LANR 123456701', 'LANR 12345660'],
  },
  DE_BSNR: {
    hits: ['BSNR ‹021234568›', 'Betriebsstättennummer: ‹62 1234568›'],
    misses: ['021234568', 'BSNR 001234568', 'BSNR 991234568', 'BSNR 02123456'],
  },
  JP_MY_NUMBER: {
    hits: [
      ...['マイナンバー：‹1234 5678 9018›', '個人番号は‹123456789018›です', 'My Number: ‹1234-5678-9018›'],
      ...['マイナンバー ‹１２３４５６７８９０１８›', '個人番号 ‹876543210989›'],
    ],
    misses: [
      ...[
        'マイナンバー 1234 5678 9019',
        '123456789018',
        '注文番号 1234-5678-9018',
        'マイナンバー 12345678901',
      ],
      ...['マイナンバー 1234 5678 9018 1', '合計 1234 5678 9018 円', '1234 5678 9018'],
    ],
  },
  JP_DRIVER_LICENSE: {
    hits: [
      '運転免許証番号：‹301234567890›',
      '免許証の番号 ‹3012 3456 7890›',
      'Japanese driver license ‹301234567890›',
    ],
    misses: ['301234567890', '免許証番号 091234567890', '免許証番号 981234567890', '免許証番号 30123456789'],
  },
  CN_RESIDENT_ID: {
    hits: [
      ...['身份证号：‹11010519491231002X›', '‹11010519491231002x›'],
      ...['证件号 ‹110105 19491231 002X›', '身份证 ‹110105491231002›', '‹11010519491231002Ｘ›'],
    ],
    misses: [
      ...['110105194912310021', '11010519491331002X', '身份证 440524188001010014', '00010519491231002X'],
      ...['11010519491231002X1', '订单号 202604128821345678', '110105491231002', '身份证 110105491331002'],
    ],
  },
  PL_PESEL: { hits: ['‹44051401359›', 'PESEL ‹02070803628›'], misses: ['44051401358', '44951401359'] },
  FI_PERSONAL_IDENTITY_CODE: {
    hits: ['‹131052-308T›', '‹010101A0101›'],
    misses: ['131052-308U', '131352-308T', '131052/308'],
  },
  SE_PERSONNUMMER: {
    hits: ['‹811228-9874›', '‹19811228-9874›', 'personnummer ‹8112289874›'],
    misses: ['811228-9875', '811328-9874'],
  },
  SE_ORGANISATIONSNUMMER: { hits: ['‹556036-0793›', 'org nr ‹2021005489›'], misses: ['556036-0794'] },
  TR_NATIONAL_ID: {
    hits: ['‹10000000146›', 'TC kimlik ‹19191919190›'],
    misses: ['10000000147', '01000000146'],
  },
  TR_LICENSE_PLATE: {
    hits: ['plaka ‹34 ABC 123›', '‹06 AB 1234›'],
    misses: ['82 ABC 123', '20 OCT 2021', '34 abc def'],
  },
  ZA_ID_NUMBER: {
    hits: ['‹8001015009087›', 'ID number: ‹800101 5009 087›'],
    misses: ['8001015009088', 'at 8013015009083 ms'],
  },
  TH_TNIN: {
    hits: ['‹1-1017-00230-70-8›', 'Thai ID ‹1101700230708›'],
    misses: ['1-1017-00230-70-9', '9-1017-00230-70-8'],
  },
  NG_NIN: { hits: ['NIN ‹12345678902›'], misses: ['NIN 12345678901', '12345678902 rows'] },
  NG_VEHICLE_REGISTRATION: {
    hits: ['plate number ‹ABC123DE›', '‹KJA 123 AA›'],
    misses: ['ABC123DE units', 'AB123DE'],
  },
  PH_TIN: {
    hits: ['TIN ‹123-456-789-000›', 'taxpayer ‹123-456-789›'],
    misses: ['123-456-789', '123-456-789-0'],
  },
};

for (const [entityType, { hits, misses }] of Object.entries(TABLES)) {
  describe(entityType, () => {
    it.each(hits)('finds exactly the value in %j', (marked) => {
      const value = marked.slice(marked.indexOf('‹') + 1, marked.indexOf('›'));
      expect(found(marked.replace(/[‹›]/g, ''))).toContain(`${entityType}=${value}`);
    });

    it.each(misses)('finds none in %j', (text) => {
      expect(found(text).filter((finding) => finding.startsWith(`${entityType}=`))).toEqual([]);
    });
  });
}
