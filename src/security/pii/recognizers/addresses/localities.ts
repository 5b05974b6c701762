/** Names of several words, a line or a comma between them. */
function names(list: string): string[] {
  return list
    .split(/[,\n]/)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}

/** What stands last in an address that crosses a border, as people write it. */
const COUNTRIES: ReadonlySet<string> = new Set(
  names(`USA, U.S.A., US, U.S., United States, United States of America, UK, U.K., United Kingdom, Great Britain, England, Scotland, Wales, Northern Ireland, Ireland
    Republic of Ireland, Éire, Canada, Australia, New Zealand, Aotearoa, India, Bharat, Pakistan, Bangladesh, Sri Lanka, Nepal, Singapore, Malaysia, Indonesia
    Philippines, Thailand, Vietnam, Viet Nam, Japan, South Korea, Republic of Korea, Korea, China, P.R. China, Hong Kong, Macau, Taiwan, Germany, Deutschland
    France, Spain, España, Portugal, Italy, Italia, Austria, Österreich, Switzerland, Schweiz, Suisse, Svizzera, Belgium, Belgique, België, Netherlands
    The Netherlands, Nederland, Luxembourg, Denmark, Danmark, Sweden, Sverige, Norway, Norge, Finland, Suomi, Iceland, Poland, Polska, Czechia, Czech Republic
    Slovakia, Slovenia, Hungary, Romania, Bulgaria, Greece, Cyprus, Malta, Croatia, Serbia, Estonia, Latvia, Lithuania, Ukraine, Turkey, Türkiye, Israel, Egypt
    United Arab Emirates, UAE, U.A.E., Saudi Arabia, Qatar, Kuwait, Bahrain, Oman, Jordan, Lebanon, Morocco, Tunisia, Nigeria, Ghana, Kenya, Uganda, Tanzania
    Rwanda, Ethiopia, Zambia, Zimbabwe, Botswana, Namibia, South Africa, Mauritius, Mexico, México, Brazil, Brasil, Argentina, Chile, Colombia, Peru, Ecuador
    Uruguay, Jamaica, Trinidad and Tobago, Barbados, Bahamas, Puerto Rico`),
);

/** States, provinces, counties and cities that end an address where no postal code does, beside those of the lexicon. */
const REGIONS: ReadonlySet<string> = new Set(
  names(`Andhra Pradesh, Arunachal Pradesh, Assam, Bihar, Chhattisgarh, Goa, Gujarat, Haryana, Himachal Pradesh, Jharkhand, Karnataka, Kerala, Madhya Pradesh
    Maharashtra, Manipur, Meghalaya, Mizoram, Nagaland, Odisha, Orissa, Punjab, Rajasthan, Sikkim, Tamil Nadu, Telangana, Tripura, Uttar Pradesh, Uttarakhand
    West Bengal, Chandigarh, New Delhi, Puducherry, Pondicherry, Jammu, Ahmedabad, Surat, Vadodara, Rajkot, Nagpur, Nashik, Thane, Navi Mumbai, Indore, Bhopal
    Lucknow, Noida, Greater Noida, Ghaziabad, Gurgaon, Gurugram, Faridabad, Ludhiana, Amritsar, Jalandhar, Mohali, Dehradun, Ranchi, Patna, Guwahati
    Bhubaneswar, Cuttack, Visakhapatnam, Vijayawada, Guntur, Secunderabad, Warangal, Coimbatore, Madurai, Salem, Tiruchirappalli, Trichy, Vellore, Mysore
    Mysuru, Mangalore, Mangaluru, Hubli, Belgaum, Kochi, Cochin, Ernakulam, Kozhikode, Calicut, Thrissur, Kollam, Kottayam, Thiruvananthapuram, Trivandrum
    Jodhpur, Udaipur, Kota, Agra, Varanasi, Allahabad, Prayagraj, Meerut, Gwalior, Jabalpur, Raipur, Shimla, Srinagar, Panaji
    Abuja, Port Harcourt, Ibadan, Kano, Kaduna, Enugu, Benin City, Lekki, Ikeja, Victoria Island, Ikoyi, Uyo, Calabar, Onitsha, Owerri, Warri, Jos, Kumasi
    Tema, Mombasa, Kisumu, Nakuru, Eldoret, Arusha, Cape Town, Sandton, Pretoria, Bloemfontein, Port Elizabeth, Gqeberha, East London, Stellenbosch, Centurion
    Randburg, Soweto, Cork, Galway, Waterford, Kilkenny, Sligo, Drogheda, Dundalk, Swords, Bray, Athlone, Tralee, Ennis, Letterkenny, Wexford, Tullamore
    Sliema, Valletta, Mosta, Birkirkara, New South Wales, South Australia, Western Australia, Northern Territory, Tasmania, Hobart, Darwin, Cairns, Geelong
    Ballarat, Bendigo, Wollongong, Newcastle, Gold Coast, Sunshine Coast, Townsville, Toowoomba, Parramatta, Auckland, Hamilton, Tauranga, Dunedin
    Palmerston North, Napier, Nelson, Rotorua, Invercargill, British Columbia, Nova Scotia, New Brunswick, Prince Edward Island, Newfoundland, Saskatchewan
    Mississauga, Brampton, Scarborough, Markham, Vaughan, Richmond, Surrey, Burnaby, Victoria, Saskatoon, Regina, Halifax, Laval, Gatineau, Kuala Lumpur
    Petaling Jaya, Johor Bahru, Penang, Selangor, Makati, Quezon City, Cebu City, Pasig, Taguig, Karachi, Rawalpindi, Faisalabad, Multan, Peshawar, Colombo
    Kandy, Dayton, Akron, Toledo, Columbus, Cleveland, Des Moines, Kansas City, Saint Louis, St. Louis, St Louis, Saint Paul, St. Paul, New York City, Brooklyn
    Bronx, Staten Island, Jersey City, Long Island, Santa Fe, Santa Barbara, Santa Monica, San Jose, San Francisco, San Diego, San Antonio, Los Angeles, New York, New Jersey, New Mexico, New Hampshire, North Carolina, South Carolina, North Dakota, South Dakota, West Virginia, Rhode Island
    Las Vegas, El Paso, Fort Worth, New Orleans, Baton Rouge, Salt Lake City, Colorado Springs, Oklahoma City, Little Rock, Grand Rapids, Ann Arbor
    Chapel Hill, Long Beach, Palo Alto, Boise, Spokane, Tacoma, Eugene, Bakersfield, Knoxville, Chattanooga, Durham, Greensboro, Richmond, Norfolk, Madison
    Mesa, Tempe, Scottsdale, Plano, Irving, Arlington, Lubbock, Wichita, Lincoln, Stamford, Hartford, Yonkers, Syracuse, Scranton, Allentown, Duluth, Fargo
    Ho Chi Minh City, HCMC, Saigon, Ha Noi, Da Nang, Hai Phong, Can Tho, Nha Trang, Chiang Mai, Phuket, Surabaya, Bandung, Denpasar, Davao City, Mandaluyong
    Pasay City, Caloocan, Iloilo City, Phnom Penh, Vientiane, Yangon, Mandalay, Dar es Salaam, Addis Ababa, Kigali, Nakuru, Thika, Malindi, Entebbe, Jinja
    Lusaka, Ndola, Harare, Bulawayo, Windhoek, Gaborone, Maseru, Durban, Polokwane, Kimberley, Nelspruit, Mbombela, Paarl, Accra, Takoradi, Tamale
    São Paulo, Sao Paulo, Rio de Janeiro, Belo Horizonte, Porto Alegre, Buenos Aires, Ciudad de México, Mexico City, Medellín, Santiago de Chile
    Firenze, Venezia, Genova, Padova, Bari, Catania, Trieste, Brescia, Parma, Modena, Pisa, Siena, Lucca, Perugia, Lisboa, Braga, Coimbra, Praha, Brno, Warszawa
    Wrocław, Gdańsk, Poznań, Łódź, Lublin, Katowice, Köln, Duisburg, Hanau, Osnabrück, Oldenburg, Regensburg, Würzburg, Ulm, Trier, Konstanz, Marburg, Jena
    Weimar, Dresden, Chemnitz, Halle, Magdeburg, Schwerin, Flensburg, Graz, Linz, Klagenfurt, Luzern, Genève, Winterthur, Bruxelles, Brussel, Antwerpen
    Gent, Den Haag, Haarlem, Leiden, Delft, Nijmegen, Maastricht, København, Göteborg, Västerås, Örebro, Linköping, Lund, Cádiz, Córdoba, Bilbao, Gijón
    Vigo, Girona, Tarragona, Salamanca, Toulon, Tours, Orléans, Rouen, Caen, Brest, Metz, Avignon, Annecy, Besançon, Limoges, Budapest, Debrecen
    Hong Kong, Kowloon, Wan Chai, Dubai, Abu Dhabi, Sharjah, Swansea, Newport, Wolverhampton, Sunderland, Bradford, Wakefield, Stockport, Bolton, Preston
    Luton, Norwich, Ipswich, Colchester, Gloucester, Cheltenham, Swindon, Bournemouth, Poole, Portsmouth, Inverness, Perth, Stirling, Paisley, Derry, Lisburn`),
);

export function isCountry(name: string): boolean {
  return COUNTRIES.has(name.toLowerCase());
}

export function isRegion(name: string): boolean {
  return REGIONS.has(name.toLowerCase());
}
