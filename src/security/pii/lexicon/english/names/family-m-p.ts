/** More family names, from M to P. */
export const FAMILY_NAMES_M_TO_P: readonly string[] = `
Mabasa Mabuza Macaulay Macarthur Macartney MacBride MacCallum MacDonald MacDougall MacFarlane MacGregor MacInnes MacIntyre MacIsaac MacIver MacKay
Mackay Mackie Mackinnon MacLean MacLeod MacMillan Macmillan MacNeil Macnamara MacPherson Macpherson Macarthy Mach Machin Maciel Mackey Mackin
Macklin Macy Madan Maddison Maddock Maddocks Mader Madera Maes Magana Magee Maggs Magill Maharaj Mahendran Maher Mahler Mahon Mahoney Maillet
Mainwaring Mair Maitland Majumdar Makinde Makinen Makin Malan Malek Malkin Malkovich Mallard Mallett Mallick Mallory Malloy Maloney Malouf Maltby
Malthus Malton Mamdani Manas Mandal Mandel Mandela Mandelbaum Mander Manderson Maneely Manfredi Mangan Mangum Manley Mannering Manners Mannion
Mansell Mansfield Manson Mansoor Mantle Manton Manzanares Manzi Mapp Maradona Marais Marceau Marchant Marcinkowski Marcotte Marden Margolis
Margulies Maric Marin Marinelli Marinov Maris Markham Markle Markov Markovic Marković Markowitz Marland Marlow Marlowe Marmion Marquand Marquis
Marr Marrero Marrow Marsden Marshallsea Marston Martell Martens Martensen Martindale Martineau Martinsson Martyn Marvell Marwood Marx Masefield
Masekela Maseko Mash Maslow Massie Masterman Masters Masterson Matheson Mathers Mathias Mathieson Mathur Matthiesen Mattinson Mattison Mattsson
Matveev Maudsley Maughan Maugham Maurer Maw Mawson Maxey Mayberry Mayers Mayes Mayfield Mayhew Maynes Mayr Mazumdar Mazurek McAdam McAlpine
McArdle McArthur McAteer McAuley McAuliffe McAvoy McCaffrey McCain McCallum McCartney McClellan McClelland McClintock McCloskey McCloud McCluskey
McColl McCollum McCorkle McCormack McCourt McCracken McCrae McCrea McCready McCulloch McCutcheon McDade McDaid McDermott McDonagh McDonnell
McDonough McDougall McElroy McEwan McFarlane McGann McGarry McGhee McGill McGinley McGinnis McGlynn McGovern McGrath McGraw McGregor McGuinness
McHale McHugh McIlroy McInerney McInnes McIver McKean McKellar McKeown McKinley McKinnon McLachlan McLaren McLellan McLoughlin McManus McMaster
McMullen McMurray McNab McNamee McNaughton McNeill McNulty McPhail McPhee McQuaid McQueen McRae McShane McSweeney McTavish McVeigh McVey
McWilliams Meacher Mead Meade Meadow Meagher Meakin Meaney Mears Medley Medlock Meehan Meek Megson Mehrotra Mellor Melrose Melville Menard Ménard
Menchaca Mencken Mendel Mendelsohn Menzies Meriwether Merkel Merkle Merriman Merrick Merton Mertens Merz Messenger Messer Messier Metcalf Metz
Metzger Mezei Miah Michaels Michaelson Michalak Michels Micallef Mickelson Middlemiss Midgley Mifsud Mikkola Milburn Miletić Milne Milner Milligan
Millar Millard Millett Millikan Milliken Millington Millward Milošević Milroy Minogue Minaj Minchin Miner Minhas Minkowski Minshull Minter Minton
Mistry Mitchel Mitchelson Mitford Mitrović Mitterrand Mlynar Moffat Moffatt Moffett Moguel Mohamud Mohanty Moir Molinari Molloy Molnar Moloney
Molyneux Monaghan Monahan Moncada Moncrieff Mondal Monet Monkhouse Montague Montalvo Montanari Montes Montez Moodie Moorcroft Moorhead Moorhouse
Moreland Morell Morgenstern Moriarty Moritz Morley Moro Moroney Morrell Morrey Morrill Morrissey Mortimer Mortimore Moscovitz Moser Mostyn Mott
Mottershead Mottram Moultrie Mountford Mowat Mowbray Moxon Moyer Moyes Moylan Moynihan Mudd Mudzingwa Mugabe Muggeridge Muir Muirhead Mukhopadhyay
Muldoon Mulholland Mulkerrin Mullally Mullan Mullane Mullin Mulroney Mulvaney Mulvey Mumford Mumtaz Munch Munday Mundell Mundy Munir Munroe Munson
Munster Murad Murchison Murdoch Murdock Murillo Murnaghan Muro Murphey Murrell Murrow Murtagh Musa Musgrave Musgrove Mutasa Muthukumaran Mwale
Myerscough Myhill Mylonas Myrdal Nabokov Nadeau Nader Nagel Nagle Nahar Naicker Naish Nakamoto Nakashima Nance Nandi Nandy Napier Narang Narayanan
Narula Naseem Natarajan Nath Nault Nava Navarrete Nazari Ndiaye Neale Nealon Neary Needham Neel Neely Negi Negri Negrete Nehru Neill Neilson Nel
Nemeth Nesbitt Nesbit Ness Neubauer Neuman Neville Nevin Nevins Newall Newbold Newbury Newby Newcomb Newcombe Newell Newey Newham Newhouse Newland
Newlands Newsom Newsome Neyland Ngô Nicholls Nichol Nickerson Nicklaus Nickson Nicol Nicolaou Nicoll Nicolson Niebuhr Niedermeyer Nielson Niemi
Nietzsche Nightingale Nikolov Nilson Nimmo Nishida Niven Nizami Nkansah Nkomo Nkrumah Noakes Nobbs Noda Noguera Nolasco Noonan Norcross Nordberg
Nordin Nordstrom Norgaard Norgate Norling Northam Northcott Northcote Northey Northrop Northrup Northwood Norwood Novakova Nováková Novakovic
Novello Novotny Nowell Nowicki Noyes Ntuli Nunn Nussbaum Nutter Nwachukwu Nwankwo Nwokedi Nyarko Nyberg Nyambura Oakes Oakeshott Oakley Oates
Obando Obasi Oberman Obi Obiang Obrecht Obregon Ocampo Odinga Odonkor Oduya Ofori Ogbonna Ogle Oglesby Ogunbanjo Ohara Ojeda Ojo Ojukwu Okello
Okereke Okoye Okpara Okumura Oldfield Oldman Oldroyd Olds Oliphant Oliva Olmos Olmstead Olney Olorunfemi Oluwole Omondi Omotoso Onassis Ong
Oosthuizen Opoku Oppenheim Oppenheimer Orellana Orlowski Ormerod Ormond Ormsby Orton Orwell Osbourne Osgood Osorio Ossowski Oster Ostrander
Ostrowski Osullivan Oswald Otte Otway Ouattara Ouellet Ouellette Overend Overton Overy Oxley Oyelowo Oyinlola Ozawa Ozturk Pacey Packard Padgett
Padmanabhan Paduano Paget Pagnol Pai Paine Painter Paisley Paley Palin Pallister Palomo Panagopoulos Panchal Panda Pande Pandya Pangborn Pankhurst
Pant Papadimitriou Papandreou Papas Paquette Paquin Paradis Pardo Pareek Parfitt Pargeter Parham Parikh Parkin Parkinson Parmar Parmenter Parr
Parrott Parslow Partington Partridge Parvez Pasco Pascoe Pashley Paskin Passmore Pasternak Pasteur Patchett Paterson Pathak Patience Patino
Patmore Paton Patra Patten Pattinson Pattison Paulson Paulsson Pavey Pawar Pawlowski Pawson Paxman Paxton Peabody Peacock Peake Pearce Pearsall
Pearse Pease Peckham Pederson Pedraza Peebles Peel Peele Pegg Pei Pelham Pell Pelosi Pemberton Penalosa Pendlebury Pendleton Penfold Penhaligon
Penn Pennell Penney Penrose Pepin Pepys Percival Perera Peres Perkin Perlman Perot Perowne Perrault Perreault Perret Perrott Perrotta Perron
Persaud Perutz Pesci Pestana Petain Peterkin Petersson Petherick Petkov Petkova Peto Petrakis Petrescu Petrie Petrovic Petrovich Petrucci
Pettigrew Pettit Pfeffer Phelan Philby Philipps Philips Philipson Phillipson Philpott Phipps Phiri Piaget Piasecki Piccolo Pichler Pickard
Pickersgill Pickford Pickup Picot Pidgeon Piech Piepenbrink Pierson Pietrangeli Piggott Pike Pilcher Pilkington Pillay Pilling Pinard Pinault
Pinchbeck Pineda Pine Pinkerton Pinkney Pinnock Pinsky Pinter Pirie Pistorius Pitt Plante Plaskett Platt Platter Plowman Plumb Plummer Plunkett
Pocock Podolski Pogue Poirot Poitras Polanski Polk Pollack Pollak Pollitt Pollock Polson Pomeroy Pomfret Ponce Ponomarev Ponsonby Pooley Poon
Popescu Popplewell Porras Portman Posey Posner Postlethwaite Poston Potgieter Poulin Poulton Pounder Povey Powys Prabhakar Prater Preece Prentice
Prescott Prewitt Prichard Prideaux Priest Priestley Priestly Prieto Primrose Pringle Pritchett Procter Profumo Prokop Prokopenko Proudfoot Proulx
Proust Provan Provost Prudhoe Pruett Pryce Pryor Przybylski Puig Pulido Pullen Pulman Pulver Punch Purcell Purdie Purdy Purkiss Purnell Purvis
Putnam Puttnam Pyatt Pye Pyle Pym Pyne`
  .trim()
  .split(/\s+/);
