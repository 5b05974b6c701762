import { valuesOf } from '../../../../../test/support/found-people.js';

const addresses = (text: string) => valuesOf('ADDRESS', text);

describe('addresses that something else than the kind of their street tells', () => {
  it.each([
    // A postal code at the end, whatever stands before it.
    'DELIVER TO: J OKAFOR\n‹2207 CHINOOK ST\nKELOWNA BC V1Y 4A7›\nTEL',
    'Ship to: Dana Whitlow\n‹3121 Camino Bosque Alto\nSanta Fe, NM 87505›\nthanks',
    'goes to ‹6118 131A St, Langley, BC V2Y 3K8› which',
    'in ‹912 juniper st unit 7, boulder co 80301›, since',
    '‹One Harbor Loop, Sausalito, CA 94965›',
    '‹W2210 County Rd K, Ripon, WI 54971›',
    'of ‹14 Ashgrove Park, Dublin 14, D14 F6Y1›, hereby',
    'Bill to: Blue Kite Films, ‹Unit 6, The Tannery, Cork Street, Dublin 8›\n',
    'Pt at ‹Ward 3A, General Hospital, Mill Road, Kettering NN16 8UZ›. Next',
    'Send: ‹Rm 8 Larch Court Care Home, 22 Ferry Rd, Goole, DN14 5TH›',
    '‹RMB 118, Tatong Rd, Benalla VIC 3672›',
    '‹9 Kloof Street, Cape Town, 8001›',
    '‹B-31, Lotus Park, New Delhi - 110019›',
    '‹TC 9/104, Temple Road, Kowdiar P.O., Thiruvananthapuram, Kerala - 695003›\nMob',
    'address ‹Plot 42, Lane 3, Baner, Pune, Maharashtra 411045›. Next',
    '‹H. No. 118, Sector 9-D, Chandigarh 160009›',
    '‹#14/2, Opp. Town Hall, Residency Rd., Shanthala Nagar 2nd Phase, Bangalore 560025›',
    '‹Blk 220 Bishan Street 23 #05-118 Singapore 570220›',
    'DROP ‹31 Hougang Ave 7, #09-201, S(538801)›',
    // Places behind a unit or a street, without a code.
    '"‹Flat 12, Asha Kiran CHS, Kothrud, Pune-411038›"',
    'bill: ‹Plot 7, Block 2, Admiral Close, Lekki Phase 2, Lagos, Nigeria›; tel',
    'from ‹31 Aggrey Rd, Port Harcourt, Rivers State›\n',
    'was ‹22 Allen Avenue, Ikeja, Lagos 100271›.',
    'im at ‹77 Larkspur Ct apt C, Dayton›',
    '‹41 Pritchard Street, Studio 9, Boise, ID 83702›',
    '‹88 Wood Street, Flat 2/1, Glasgow G3 8TR›',
    '‹Flat 2/1, 88 Wood Street, Glasgow G3 8TR›',
    // Elsewhere.
    'An: ‹Am Lindenhang 7\n93047 Regensburg\nGERMANY›',
    '<address>‹Goethestraße 41<br>79098 Freiburg im Breisgau›</address>',
    '‹ul. Lipowa 9 m. 3, 30-702 Kraków›',
    '‹Calle Luna 4, 2º A, 28004 Madrid›',
    '‹2-11-3 Meguro, Meguro-ku, Tokyo 153-0063›',
    // A member of JSON, and what is typed in small letters.
    '{"line1": "‹14, Triq il-Kbira›", "city": "Mosta"}',
    '{"homeAddress":"‹7 Hollin Bank Top›"}',
    'come to ‹14 oak close› tonight',
    "we're at ‹31 pine lane, reno› now",
    '‹Locked Bag 12, Sydney NSW 2001›',
    // What follows is another sentence.
    'new address ‹Birkenstr. 9b, 49074 Osnabrück›. Er kommt',
    '‹Calle de Atocha 41, 2º A, 28012 Madrid›. Álvaro dice',
    'pin is ‹27 Acacia Rd, Brookvale›. ask at the gate',
    // Streets that only a code and a town, or the numbered part of a city, tell.
    'the flat in ‹Borgo Albizi 12, 50122 Firenze› and',
    'at ‹Oude Gracht 21, 3511 AB Utrecht›. Bel',
    'Shipper: ‹45/6 Le Loi, Ward 3, Da Nang›\n',
    'write to ‹PO Box 33071, Nairobi 00600›</p>',
    '‹P.O. Box 4412-00100, Nairobi, Kenya›',
    // Where somebody is to be found.
    'or knock at ‹17 Hazel Grove›. thanks',
    'parcel left at ‹6 Birch Close› please',
    'keys to ‹19 Tanglewood Way›? I am out',
    '‹3 Station Approach, Woking GU22 7AE›',
    '‹12 Nguyen Trai Street, Ben Thanh Ward, District 1, Ho Chi Minh City›',
    '‹5 Marina Walk, Dubai Marina, Dubai, UAE›',
    '{"street":"‹Elm Row 5›","zip":"EH7 4AA"}',
    // Korea in Latin letters.
    'Office at ‹152 Teheran-ro, Gangnam-gu, Seoul 06236›. Call',
    '‹Seoul, Gangnam-gu, Teheran-ro 152, 12F›',
    '‹101-1203, 55 Haeundae-ro, Haeundae-gu, Busan›',
    'lives at ‹88-3 Itaewon-ro›',
    '‹Via Roma 12/B, 00184 Roma›',
    // Places that are called as people are.
    'to ‹22 Rose Street, Florence, Italy›',
    'to ‹22 Rose Street, Victoria 3000, Australia›',
    'Dinner at ‹22 Rose Street›, Florence and Paul are coming.',
    'Dinner at ‹22 Rose Street›, Nancy and Paul are coming.',
    'Meet me at ‹9 Elm Street›, George',
    'lives at ‹22 Rose Street, Dayton›',
    // Spaces as they are read from paper.
    'Ship  to:  ‹118 Cypress  Hollow Rd\n  Ocala,  FL  34470›\n',
  ])('are found exactly in %j', (marked) => {
    const value = /‹([^›]+)›/.exec(marked)![1]!;
    expect(addresses(marked.replace(/[‹›]/g, ''))).toEqual([value]);
  });

  it.each([
    'In 2024 we shipped 45 units to Boston, MA 02110 again.',
    'Chapter 7 Section 12 of the Clean Air Act, Sacramento, CA 95814.',
    'Flight 204 to Dublin 2 hours late.',
    'Seattle, WA 98101 has 3 coffee shops',
    'Sales tax for San Jose, CA 95112 is 9.375',
    'The 2nd Battalion, 7th Marines, Twentynine Palms, CA 92277',
    'Block 5, Ethereum, Bitcoin, Solana',
    'Plot 2, Figure 3, Madrid',
    'Level 5, Strategy, Singapore',
    'Suite 5, Bach, Leipzig',
    'Lot 12, Vintage Wine, Bordeaux, France sold for 300',
    'Am Montag 3 10115 Berlin',
    'Im Jahr 2020 10115 Berlin',
    'Svc 24H Route LBA-07 Bag',
    'it takes 10 minutes drive',
    'at 5 people per square mile',
    'at 12 noon street food',
    'file at line 22 see close',
    'I ran 10 laps around the square',
    '{"ip_address":"10 abc"}',
    "address: '5'",
    'item C15 1234 sold in Cork',
    'Psalm 44, 15000 Pilger',
    'Apollo 11, 20000 Miles',
    'the studio is at 15 Minute Walk',
    'meet at 9 Central Park',
    '12 Monkeys, Paris',
    'from 20 Minute Drive',
    'buy 3 Alpha-ro',
    'score 3 Ro-ro ferries',
    'ver 12 - 10400 Users',
    'up to 16 Family Gardens',
    '{"street":"Elm Row"}, {"n":"Take 5"}',
  ])('are not seen in %j', (text) => {
    expect(addresses(text)).toEqual([]);
  });
});
