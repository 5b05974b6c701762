import { valuesOf } from '../../../../../test/support/found-people.js';

const addresses = (text: string) => valuesOf('ADDRESS', text);

describe('addresses of the United Kingdom', () => {
  it.each([
    'Address: ‹10 Downing Street, London SW1A 2AA›, tel 020',
    'at ‹12a High Street, Bath, Somerset, BA1 1AA›.',
    'lives at ‹Flat 3, 27 Harrow Road, Leeds LS6 2AB› with two cats',
    'to ‹4 Privet Drive, Little Whinging, Surrey GU21 4AA› by Monday',
    '‹Flat 2B, 10-12 Mare Street, Hackney, London E8 1HE, UK› and then',
    "‹27 King's Parade\nCambridge\nCB2 1SP›\nthanks",
    '‹40a Castle Street , Dover , Kent , CT16 1PJ›',
    '‹4 The Green, Little Snoring, Fakenham, Norfolk NR21 0AB›',
    '‹3 Mill Road, Edinburgh EH1 1AA Scotland›',
    '‹5 St. Johns Road, Tunbridge Wells, Kent TN4 9TT, England›',
    'our office at ‹99 Bishopsgate, London EC2M 3XD› is open',
    '‹Apartment 9B, 45 Deansgate, Manchester M3 2AY›',
    '‹2nd Floor, 30 St Mary Axe, London EC3A 8BF›',
    '‹Suite 4, Regent House, 12 Regent Street, London, SW1Y 4PE›',
    '‹Flat 5 Maple House, 8 Oak Road, Croydon, CR0 2AB›',
    '‹Rose Cottage, Mill Lane, Ambridge, BR1 2AB›',
    'write to ‹The Old Rectory, Church Lane, Little Snoring, Norfolk NR21 0AB, UK› today',
    '‹PO Box 123, London W1A 1AA›',
  ])('are found exactly in %j', (marked) => {
    const value = /‹([^›]+)›/.exec(marked)![1]!;
    expect(addresses(marked.replace(/[‹›]/g, ''))).toEqual([value]);
  });

  it.each([
    '3 People met in London SW1A 2AA',
    'Bleak House is a novel by Dickens, see shelf B1 2CD',
    '99 Bishopsgate, London',
    '45 Apples, Pears and Plums',
    'The White House, as we know, is not in M3 2AY',
    'BP 120/80',
    'BP 120 over 80',
  ])('are not seen in %j', (text) => {
    expect(addresses(text)).toEqual([]);
  });
});

describe('boxes at a post office', () => {
  it.each([
    'P.O. Box 123, Springfield, IL 62704',
    'Post Office Box 9, London W1A 1AA',
    'BP 120, 75001 Paris',
    'Postfach 1234, 10115 Berlin',
  ])('are found in %j', (text) => {
    expect(addresses(`send it to ${text}.`)).toEqual([text]);
  });

  it.each(['Box 123', 'inbox 12', 'xbox 360'])('are not seen in %j', (text) => {
    expect(addresses(text)).toEqual([]);
  });
});

describe('addresses with the number behind the street', () => {
  it.each([
    ['wohnt in der Musterstraße 12a, 10115 Berlin.', 'Musterstraße 12a, 10115 Berlin'],
    ['Residenza: Via Roma 10, 00184 Roma', 'Via Roma 10, 00184 Roma'],
    ['adres: ul. Długa 5, 31-147 Kraków', 'ul. Długa 5'],
    ['Calle Mayor 12, 28013 Madrid', 'Calle Mayor 12, 28013 Madrid'],
  ])('are found in %j', (text, value) => {
    expect(addresses(text).map((address) => address.startsWith(value))).toEqual([true]);
  });

  it.each(['Via email 10 mal', 'am Weg 10', 'Tag 12 der Reise'])('are not seen in %j', (text) => {
    expect(addresses(text)).toEqual([]);
  });
});
