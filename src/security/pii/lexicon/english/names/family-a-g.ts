/** More family names, from A to G. */
export const FAMILY_NAMES_A_TO_G: readonly string[] = `
Abara Abbate Abbey Abdi Abdullahi Abernathy Abiola Aboagye Abrams Acheampong Achterberg Ackerman Ackroyd Acquah Adair Addo Adegoke Adekunle
Adesanya Adeyinka Adichie Adomako Afolayan Agnew Agrawal Agyeman Agyei Aherne Ahlberg Ahlgren Ahluwalia Aitken Ajayi Akbari Akintola Akpan Aksoy
Albright Alcott Aldridge Alderton Alemu Alexandrov Aliyu Alldridge Allardyce Alleyne Allsop Almond Alsop Alvares Amato Ambrose Amin Amini Amoah
Ampofo Ancelotti Andreou Andrzejewski Angelou Ankrah Annan Anning Anselmi Ansell Antonov Appiah Appleton Applegate Archambault Archer Archibald
Ardern Argyle Armitage Arnott Aronson Arruda Arsenault Arslan Arthurs Arundel Ascott Ashby Ashcroft Ashdown Asher Ashford Ashworth Askew Aspinall
Astbury Astley Aston Atherton Atkin Attard Attenborough Atwater Atwell Atwood Audet Auger Augustin Auld Avakian Averill Awolowo Axford Aydin
Aylward Ayling Ayoub Babatunde Babayan Babbage Babcock Bach Backhouse Bader Badger Badmus Baer Bagley Bagnall Bagshaw Bailie Bain Bainbridge
Baines Bajwa Bakare Balakrishnan Balasubramanian Balazs Baldacci Balfour Ballantyne Bamford Banda Bandyopadhyay Banfield Bangura Bannister Bansal
Baranowski Bardsley Barham Barnaby Barnard Barnhart Barone Barraclough Barratt Barrow Bartels Barthes Bartholomew Bartolini Barwick Basak Baskin
Bassett Bassi Batchelor Bateman Bateson Bathgate Batra Batten Battersby Baudin Baxendale Bayer Bayley Baylis Beale Beamish Beardsley Beattie
Beauchamp Beaudoin Beaulieu Beaumont Beauregard Beckford Beckham Beckwith Bedford Bednarz Beecham Beecher Beeson Begley Belanger Bélanger Belcher
Belfield Bellamy Belle Bellingham Belmonte Beltran Benavides Bendtsen Benkirane Bennet Bensaid Bentham Benz Berard Beresford Bergeron Bergman
Bergmark Bergstrom Berkeley Berman Bernal Bernier Bernstein Berquist Bertolini Bettencourt Betts Bevins Beyer Beyene Bezuidenhout Bhandari
Bhargava Bhat Bhattacharyya Bickerton Bidwell Bielecki Bielski Bigelow Biggs Billingham Billings Bingham Binns Birch Birchall Birkett Birtwistle
Bisset Bjork Bjorklund Blackall Blackford Blackman Blackmore Blackstone Blagden Blaine Blakely Blakemore Blanton Blaylock Bleakley Bloch Blomqvist
Bloom Bloomfield Blount Blumberg Blyth Boakye Bodnar Boehm Bogan Bogle Bohannon Bohm Boileau Boisvert Bojorquez Boland Bolger Bonham Bonilla
Bonnell Bonneau Bonney Boothby Boothroyd Borden Borg Borland Borowski Borrego Bosman Bosworth Botha Bouchard Boudreau Boudreaux Boulton Bourassa
Bourke Bourne Boutin Bowden Bowditch Bowdler Bowles Bowling Bowser Boxall Boycott Boyes Boykin Brackett Bradbury Bradfield Bradwell Bragg
Braithwaite Braley Brandão Branson Brantley Brasher Bratton Bravo Brazier Breaux Breen Breslin Brewster Briar Bridger Brightman Brightwell
Brindley Brink Brinkley Briscoe Bristow Brizuela Broadbent Broadhurst Brockman Brodeur Brodie Brody Bromley Bronson Brook Brookfield Broussard
Browne Brownlee Brownlow Bruckner Brugger Brunel Brunner Brunton Brzezinski Buchan Buckingham Bueno Buffett Bugg Bukowski Bull Bullard Bulmer
Bunting Burbank Burdett Burge Burgoyne Burkhardt Burleigh Burman Burnham Burnside Burr Burrell Burroughs Burwell Busby Bushell Bustamante Butcher
Butterfield Butterworth Buxton Byrne Byrom Caddick Cadman Cahill Caine Cairns Calabrese Calder Caldera Callaghan Callan Callow Calloway Calvert
Camara Camilleri Cammack Campion Canavan Candelaria Canfield Canning Cantor Cantwell Capaldi Cappelli Caraballo Carballo Cardew Cardinal Cardona
Cardozo Cargill Carlin Carlisle Carlyle Carman Carmichael Carmona Carnegie Carragher Carranza Carrasco Carré Carrera Carrigan Carrington Carron
Carrow Carruthers Carswell Caruana Carville Casanova Casavant Cashman Casillas Caspari Cassar Cassidy Castellano Castillon Catalano Cates
Catterall Caulfield Cavallo Cavanagh Cavanaugh Cavendish Cawley Cazares Cerny Chadha Chaffee Chahal Chakrabarti Chalmers Champion Chanda Chandran
Chandrasekhar Channing Chaplin Chapple Charbonneau Charlesworth Charlton Chartrand Chater Chatterton Chaudhari Chaudhuri Cheadle Cheever Chelliah
Chesterfield Chesterton Cheyne Chhabra Chidester Childress Childs Chilton Chinnery Chisholm Chmura Choudhary Chouinard Chowdhury Christou Chua
Churchill Ciccone Cieslak Cisneros Clancy Clapham Clapp Clare Claridge Clarkson Clary Claxton Cleary Cleghorn Clemens Clemmons Cloutier Clough
Clooney Clyne Coburn Cochrane Cockburn Cockerill Codd Coetzee Coffin Cogan Coggins Coker Colbert Colburn Coldwell Colgan Collard Collingwood
Collis Colquhoun Colson Colton Coltrane Colvin Comeau Comer Comerford Compagno Comstock Conaway Concannon Condon Cone Congdon Coniglio Conlon
Connaughton Connery Conroy Considine Constable Constantin Constantine Constantinou Conyers Coomber Coombes Coombs Coombe Cooney Coote Cope Copley
Corbett Corbin Corcoran Cordero Cordova Corkill Cormier Cornejo Cornell Cornish Cornwell Corona Corr Corral Cosgrave Cosgrove Costigan Costin Côté
Cotter Cotterill Cottrell Couch Coughlin Coulibaly Coulson Coulter Coupland Courtenay Cousins Coutinho Couture Coutts Covarrubias Coveney
Coverdale Covey Covington Cowan Cowell Cowen Cowie Cowley Cowling Cowper Coyle Coyne Crabb Craddock Cragg Craigie Cranfield Cranston Crawley
Creasey Creighton Cresswell Crewe Crichton Crick Cripps Critchley Crocker Crockett Crofton Crombie Cromwell Crosbie Crosland Crossley Crosswell
Croteau Crouch Crowder Crowe Crowell Crowley Crowther Croxford Crozier Cruickshank Crutchfield Csonka Cubitt Cuevas Cuff Culbertson Culley
Cullinane Culpepper Culver Cumberbatch Cummins Cunliffe Curley Curran Currie Curtin Cusack Cushing Cutler Cutter Cybulski Czajkowski Czarnecki
Dabrowski Dacosta Dahlberg Dahlgren Dahlin Dahlstrom Dalby Dalgleish Dalal Dallaire Dalrymple Daly Damico Danby Danforth Dangerfield Danso Danvers
Darby Darko Darling Darlington Darnell Darwin Dauda Davey Davidsen Daviau Davison Dawes Dawkins Daws Deakin Dearborn Debnath Deegan Deering
Degroot Deighton Delafuente Delagarza Delahunty Delarosa Delatorre Delgrosso Delisle Dellacroce Deluca Demarco Demetriou Dempsey Dempster Denham
Denholm Denning Dennehy Denton Desjardins Desmarais Desrosiers Dessalines Deutsch Devaney Devereaux Devereux Devine Devito Devonshire Dewar Dewitt
Dhaliwal Dhami Dhanoa Dhillon Diallo Diaw Dibble Dickens Dickenson Dickie Dickinson Diederich Diehl Diggle Dilley Dilworth Dimaggio Dimitrov
Dingle Dinsdale Dinsmore Diop Diouf Dirks Dixit Dobbins Dobbs Dobson Docherty Dodds Dodgson Doerr Doig Dollard Dombrowski Domingo Donaghy Donahue
Donato Donegan Donoghue Donohue Dooley Doolittle Doran Dore Dorman Dorsett Doshi Doucet Doucette Dougan Dougherty Douglass Dow Dowd Dowdall Dowell
Dowling Downer Downes Downey Downie Downing Dowson Drage Drakeford Draper Dreyer Dreyfus Driscoll Drury Dryden Drysdale Dsouza Dube Dubose
Ducharme Duchesne Duckett Duckworth Duff Duffield Dufresne Duggan Dugdale Duggal Duguid Dulaney Dunbar Dunford Dunham Dunkley Dunleavy Dunlop
Dunmore Dunne Dunphy Dunstan Dunton Dunworth Dupre Duquette Durant Durante Durkin Durrant Durrell Dutton Duvall Dvorak Dwyer Dyce Dykes Dziedzic
Eagan Eagleton Eames Earle Earley Earnshaw Eastman Easton Eastwood Eccleston Echevarria Eckhart Eddington Eddy Edelman Edelstein Edgecombe
Edgerton Edison Edmonds Edmondson Edmunds Edouard Edwardes Egan Egbert Egerton Eggleston Egwu Ehlers Ehrlich Eichhorn Ejiofor Ekberg Eklund Ekman
Eldridge Eldred Eliot Elkins Ellingham Ellington Ellingworth Ellsworth Elmore Elphick Elphinstone Elsayed Elwes Elwood Embleton Emery Emmett
Emmons Engelbrecht Engels Ennis Enright Enriquez Ericson Errington Escobedo Escott Eskildsen Espinosa Esquivel Essien Etchells Etheridge Euler
Eustace Evangelista Evanson Everard Everitt Evers Eversley Ewart Exley Eyre Faber Fairbairn Fairbanks Fairbrother Fairchild Faircloth Fairfax
Fairhurst Fairley Fairweather Falcone Falconer Falk Falkner Fallon Fallows Fanning Fanshawe Faraday Farnham Farnsworth Farnworth Farouk Farquhar
Farquharson Farr Farragher Farrar Farrant Farrelly Farrington Farris Farrokhzad Farrugia Fauré Favreau Fawcett Fay Fearn Fearon Featherstone
Featherstonehaugh Feeney Fein Feinberg Fellows Fenn Fennell Fenner Fenwick Fermi Fernsby Ferrante Ferrero Ferrier Ferris Ferry Fewell Feynman
Fielden Fielding Fiennes Filipek Findlay Fingleton Finkel Finkelstein Finlayson Finnegan Finnerty Finney Fischbach Fishburn Fisk Fitch Fitton
Fitzgibbon Fitzhugh Fitzroy Fitzsimmons Fitzsimons Flack Flaherty Flanagan Flanders Flannery Flatley Fleck Fleetwood Fleischer Flint Florek
Flowerday Fludd Foden Fogarty Fogg Follett Folsom Fonda Fontenot Foote Forde Fordham Forester Forman Forrester Forster Forsyth Forsythe Forte
Fortes Fortier Fortin Foss Fothergill Foucault Foulkes Fountain Fowkes Fowle Foxall Foy Frampton Francia Frankel Frankland Franzen Frasier Frazer
Freeborn Freedman Freeland Fremont Frenette Freud Frey Friel Fripp Fritsch Frobisher Froggatt Fromm Froude Fujimoto Fukui Fulford Fullam Fullerton
Funk Funston Furey Furlong Furness Furr Furst Furtado Gabbidon Gable Gaddis Gadsby Gaffney Gage Gagliardi Gagne Gagné Gagnon Gainsborough
Galbraith Galea Gallant Gallego Galvan Galvez Galvin Gamage Gambino Ganesan Gangopadhyay Gannon Garber Garbutt Garcés Gardiner Garfield Garland
Garnett Garrity Garside Garvey Garvin Gaskell Gaskin Gaskill Gauci Gaudet Gauld Gault Gavriel Gayle Gaynor Geary Geddes Gee Geller Gellert
Geoghegan Gerber Gerhardt Gerrard Gershwin Ghafoor Gharibian Gherardi Gibbins Gibbon Giddens Giddings Gifford Giggs Gilbertson Gilchrist Gilfillan
Gilhooly Gillard Gillett Gilley Gillies Gilliland Gillis Gillon Gilman Gilmartin Gilmour Gilroy Gingell Ginsberg Giroux Gladstone Glanville Glaser
Glaze Gleason Gleeson Glendinning Glick Glickman Glossop Gluck Glynn Gobert Godfrey Godin Godinho Godwin Goebel Goel Goethe Goh Golding Goldman
Goldsmith Goldstone Goldwater Goncalves Gonsalves Gooch Goodall Goodchild Goode Goodenough Goodfellow Gooding Goodison Goodrich Goodson Goodyear
Gopalan Gopalakrishnan Goranson Gorbachev Gore Gorham Gorman Gormley Gorski Goss Gosselin Gossett Goswami Gotham Gottlieb Gough Goulart Goulding
Goulet Gow Gowan Gower Grady Grafton Gramsci Granados Granato Grantham Granville Gravel Graydon Grayson Grealish Greaney Greaves Greeley Greenaway
Greenfield Greengrass Greenhalgh Greenidge Greening Greenleaf Greenslade Greenspan Greenway Gregson Greig Grenier Grenville Gresham Greville
Grewal Grier Grierson Griffen Grigg Griggs Grigson Grimm Grimsby Grimshaw Grinberg Grisham Grissom Griswold Grobler Grogan Grossman Grosvenor
Grove Grover Groves Gruber Grubb Gruenwald Grunewald Grundy Grylls Grzybowski Guidry Guilfoyle Guinness Gulliver Gunawardena Gunn Gunnarsson
Gunning Gunter Gurney Gurung Gutteridge Guyer Gwynne Gyamfi`
  .trim()
  .split(/\s+/);
