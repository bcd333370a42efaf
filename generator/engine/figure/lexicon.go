package figure

import "strings"

// cardinal returns the value of a number word below a hundred.
func cardinal(w string) (float64, bool) {
	switch w {
	case "zero":
		return 0, true
	case "one":
		return 1, true
	case "two":
		return 2, true
	case "three":
		return 3, true
	case "four":
		return 4, true
	case "five":
		return 5, true
	case "six":
		return 6, true
	case "seven":
		return 7, true
	case "eight":
		return 8, true
	case "nine":
		return 9, true
	case "ten":
		return 10, true
	case "eleven":
		return 11, true
	case "twelve":
		return 12, true
	case "thirteen":
		return 13, true
	case "fourteen":
		return 14, true
	case "fifteen":
		return 15, true
	case "sixteen":
		return 16, true
	case "seventeen":
		return 17, true
	case "eighteen":
		return 18, true
	case "nineteen":
		return 19, true
	case "twenty":
		return 20, true
	case "thirty":
		return 30, true
	case "forty":
		return 40, true
	case "fifty":
		return 50, true
	case "sixty":
		return 60, true
	case "seventy":
		return 70, true
	case "eighty":
		return 80, true
	case "ninety":
		return 90, true
	}
	return 0, false
}

// magnitude returns the value of a word that multiplies the number before it.
func magnitude(w string) (float64, bool) {
	switch w {
	case "dozen":
		return 12, true
	case "hundred":
		return 100, true
	case "thousand":
		return 1e3, true
	case "lakh":
		return 1e5, true
	case "million", "mln":
		return 1e6, true
	case "crore":
		return 1e7, true
	case "billion", "bln":
		return 1e9, true
	case "trillion", "trn":
		return 1e12, true
	}
	return 0, false
}

// many returns the value of one of the words for many.
func many(w string) (float64, bool) {
	switch w {
	case "tens":
		return 10, true
	case "dozens":
		return 12, true
	case "scores":
		return 20, true
	case "hundreds":
		return 100, true
	case "thousands":
		return 1e3, true
	case "lakhs":
		return 1e5, true
	case "millions":
		return 1e6, true
	case "crores":
		return 1e7, true
	case "billions":
		return 1e9, true
	case "trillions":
		return 1e12, true
	}
	return 0, false
}

// letterMagnitude returns the value of letters written close to digits: 5m, 3bn.
func letterMagnitude(w string) (float64, bool) {
	switch w {
	case "k":
		return 1e3, true
	case "m", "mn", "mln", "mio", "million":
		return 1e6, true
	case "b", "bn", "bln", "billion":
		return 1e9, true
	case "tn", "trn", "trillion":
		return 1e12, true
	case "thousand":
		return 1e3, true
	}
	return 0, false
}

// ordinal returns the value of an ordinal word, and of a denominator.
func ordinal(w string) (float64, bool) {
	switch w {
	case "first":
		return 1, true
	case "second":
		return 2, true
	case "third":
		return 3, true
	case "fourth":
		return 4, true
	case "fifth":
		return 5, true
	case "sixth":
		return 6, true
	case "seventh":
		return 7, true
	case "eighth":
		return 8, true
	case "ninth":
		return 9, true
	case "tenth":
		return 10, true
	case "eleventh":
		return 11, true
	case "twelfth":
		return 12, true
	case "thirteenth":
		return 13, true
	case "fourteenth":
		return 14, true
	case "fifteenth":
		return 15, true
	case "sixteenth":
		return 16, true
	case "seventeenth":
		return 17, true
	case "eighteenth":
		return 18, true
	case "nineteenth":
		return 19, true
	case "twentieth":
		return 20, true
	case "hundredth":
		return 100, true
	}
	return 0, false
}

// denominator returns the value of the lower part of a fraction in words.
func denominator(w string) (float64, bool) {
	switch w {
	case "half", "halves":
		return 2, true
	case "quarter", "quarters":
		return 4, true
	case "first", "second":
		return 0, false
	}
	if n, ok := ordinal(w); ok {
		return n, true
	}
	if strings.HasSuffix(w, "s") {
		if n, ok := ordinal(w[:len(w)-1]); ok && n > 2 {
			return n, true
		}
	}
	return 0, false
}

// vulgar returns the value of a fraction written as one character.
func vulgar(r string) (float64, bool) {
	switch r {
	case "½":
		return 0.5, true
	case "¼":
		return 0.25, true
	case "¾":
		return 0.75, true
	case "⅓":
		return 1.0 / 3, true
	case "⅔":
		return 2.0 / 3, true
	case "⅛":
		return 0.125, true
	case "⅕":
		return 0.2, true
	}
	return 0, false
}

// opens reports a word that can begin a number.
func opens(w string) bool {
	if len(w) < 3 || len(w) > 11 {
		return false
	}
	if _, ok := cardinal(w); ok {
		return true
	}
	if _, ok := magnitude(w); ok {
		return true
	}
	if _, ok := many(w); ok {
		return true
	}
	if _, ok := ordinal(w); ok {
		return w != "first"
	}
	switch w {
	case "half", "quarter", "quarters", "couple":
		return true
	}
	return false
}

func isMonth(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}

func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun":
		return true
	}
	return false
}

// timeUnit returns a unit of time by its seconds.
func timeUnit(w string) (string, float64, bool) {
	switch w {
	case "second", "seconds", "sec", "secs":
		return "second", 1, true
	case "minute", "minutes", "min", "mins":
		return "minute", 60, true
	case "hour", "hours", "hr", "hrs":
		return "hour", 3600, true
	case "day", "days":
		return "day", 86400, true
	case "night", "nights":
		return "night", 0, true
	case "week", "weeks":
		return "week", 7 * 86400, true
	case "fortnight", "fortnights":
		return "fortnight", 14 * 86400, true
	case "weekend", "weekends":
		return "weekend", 0, true
	case "month", "months":
		return "month", 30.44 * 86400, true
	case "year", "years", "yr", "yrs":
		return "year", 365.25 * 86400, true
	case "decade", "decades":
		return "decade", 3652.5 * 86400, true
	case "century", "centuries":
		return "century", 36525 * 86400, true
	}
	return "", 0, false
}

// A dimension groups units that can be turned into one another.
type dimension uint8

const (
	noDimension dimension = iota
	length
	area
	volume
	weight
	speed
	power
	energy
	frequency
	temperature
	data
	clock
	other // units that convert into nothing
)

// measure returns the noun of a unit of measure, its dimension and its size in
// the dimension's base unit. Lone letters are units only close to digits.
func measure(w string, tight bool) (string, dimension, float64) {
	switch w {
	case "km", "kms", "kilometer", "kilometers", "kilometre", "kilometres":
		return "kilometer", length, 1000
	case "meter", "meters", "metre", "metres":
		return "meter", length, 1
	case "cm", "centimeter", "centimeters", "centimetre", "centimetres":
		return "centimeter", length, 0.01
	case "mm", "millimeter", "millimeters", "millimetre", "millimetres":
		return "millimeter", length, 0.001
	case "mile", "miles":
		return "mile", length, 1609.344
	case "yard", "yards":
		return "yard", length, 0.9144
	case "foot", "feet", "ft":
		return "foot", length, 0.3048
	case "inch", "inches":
		return "inch", length, 0.0254
	case "hectare", "hectares", "ha":
		return "hectare", area, 1e4
	case "acre", "acres":
		return "acre", area, 4046.86
	case "liter", "liters", "litre", "litres":
		return "liter", volume, 1
	case "ml", "milliliter", "milliliters", "millilitre", "millilitres":
		return "milliliter", volume, 0.001
	case "cl", "centiliter", "centiliters", "centilitre", "centilitres":
		return "centiliter", volume, 0.01
	case "gallon", "gallons":
		return "gallon", volume, 3.785
	case "pint", "pints":
		return "pint", volume, 0.5
	case "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes":
		return "kilogram", weight, 1
	case "gram", "grams", "gramme", "grammes":
		return "gram", weight, 0.001
	case "milligram", "milligrams", "mg":
		return "milligram", weight, 1e-6
	case "tonne", "tonnes":
		return "tonne", weight, 1000
	case "ton", "tons":
		return "ton", weight, 1000 // short, long or metric: a word for about a thousand
	case "lb", "lbs":
		return "pound", weight, 0.4536
	case "ounce", "ounces", "oz":
		return "ounce", weight, 0.02835
	case "stone":
		if !tight {
			return "", noDimension, 0
		}
		return "stone", weight, 6.35
	case "mph":
		return "mile per hour", speed, 1.609344
	case "kph", "kmh", "km/h":
		return "kilometer per hour", speed, 1
	case "knot", "knots":
		return "knot", speed, 1.852
	case "kw", "kilowatt", "kilowatts":
		return "kilowatt", power, 1e3
	case "mw", "megawatt", "megawatts":
		return "megawatt", power, 1e6
	case "gw", "gigawatt", "gigawatts":
		return "gigawatt", power, 1e9
	case "watt", "watts":
		return "watt", power, 1
	case "kwh", "kilowatt-hour", "kilowatt-hours":
		return "kilowatt-hour", energy, 1
	case "mwh":
		return "megawatt-hour", energy, 1e3
	case "kilotons", "kiloton":
		return "kiloton", other, 1
	case "hz", "hertz":
		return "hertz", frequency, 1
	case "khz":
		return "kilohertz", frequency, 1e3
	case "mhz", "megahertz":
		return "megahertz", frequency, 1e6
	case "ghz", "gigahertz":
		return "gigahertz", frequency, 1e9
	case "degree", "degrees":
		return "degree", temperature, 1
	case "megabyte", "megabytes", "mb":
		return "megabyte", data, 1e6
	case "gigabyte", "gigabytes", "gb":
		return "gigabyte", data, 1e9
	case "terabyte", "terabytes", "tb":
		return "terabyte", data, 1e12
	case "millisievert", "millisieverts", "msv":
		return "millisievert", other, 1
	case "sievert", "sieverts":
		return "sievert", other, 1
	case "becquerel", "becquerels":
		return "becquerel", other, 1
	case "microgram", "micrograms":
		return "microgram", weight, 1e-9
	case "micron", "microns", "micrometer", "micrometers", "micrometre", "micrometres":
		return "micrometer", length, 1e-6
	case "nanometer", "nanometers", "nanometre", "nanometres", "nm":
		return "nanometer", length, 1e-9
	case "kilojoule", "kilojoules", "kj":
		return "kilojoule", other, 1
	case "kcal":
		return "kilocalorie", other, 1
	case "volt", "volts":
		return "volt", other, 1
	case "magnitude":
		return "magnitude", other, 1
	case "decibel", "decibels", "db":
		return "decibel", other, 1
	case "carat", "carats":
		return "carat", other, 1
	case "calorie", "calories":
		return "calorie", other, 1
	case "m":
		if tight {
			return "meter", length, 1
		}
	case "g":
		if tight {
			return "gram", weight, 0.001
		}
	case "l":
		if tight {
			return "liter", volume, 1
		}
	case "t":
		if tight {
			return "tonne", weight, 1000
		}
	}
	return "", noDimension, 0
}

// sizeOf returns the dimension and size of a unit as Figure.Unit names it.
func sizeOf(unit string) (dimension, float64) {
	scale := 1.0
	power := 0
	if rest, ok := strings.CutPrefix(unit, "square "); ok {
		unit, power = rest, 2
	} else if rest, ok := strings.CutPrefix(unit, "cubic "); ok {
		unit, power = rest, 3
	}
	if _, seconds, ok := timeUnit(unit); ok && power == 0 {
		return clock, seconds
	}
	switch unit {
	case "mile per hour":
		return speed, 1.609344
	case "kilometer per hour":
		return speed, 1
	case "kilowatt-hour":
		return energy, 1
	case "megawatt-hour":
		return energy, 1e3
	case "pound":
		return weight, 0.4536
	case "kilohertz":
		return frequency, 1e3
	}
	_, dim, size := measure(unit, true)
	switch {
	case power == 2 && dim == length:
		return area, size * size
	case power == 3 && dim == length:
		return volume, size * size * size * 1000
	case power != 0:
		return noDimension, 0
	}
	return dim, size * scale
}

// currencySign returns the noun and ISO code of a currency sign.
func currencySign(s string) (noun, code string, ok bool) {
	switch s {
	case "$":
		return "dollar", "", true
	case "€":
		return "euro", "EUR", true
	case "£":
		return "pound", "", true
	case "¥", "￥":
		return "yen", "", true
	case "₹":
		return "rupee", "INR", true
	case "₽":
		return "ruble", "RUB", true
	case "₩":
		return "won", "KRW", true
	case "₺":
		return "lira", "TRY", true
	case "₴":
		return "hryvnia", "UAH", true
	case "₪":
		return "shekel", "ILS", true
	case "₦":
		return "naira", "NGN", true
	case "₱":
		return "peso", "PHP", true
	case "₫":
		return "dong", "VND", true
	case "฿":
		return "baht", "THB", true
	case "₵":
		return "cedi", "GHS", true
	}
	return "", "", false
}

// currencyCode returns the noun of an ISO code or an abbreviation written before
// or after a sum.
func currencyCode(s string) (noun, code string, ok bool) {
	switch s {
	case "USD", "US":
		return "dollar", "USD", true
	case "EUR":
		return "euro", "EUR", true
	case "GBP":
		return "pound", "GBP", true
	case "JPY":
		return "yen", "JPY", true
	case "CNY", "RMB":
		return "yuan", "CNY", true
	case "CHF":
		return "franc", "CHF", true
	case "INR":
		return "rupee", "INR", true
	case "PKR":
		return "rupee", "PKR", true
	case "Rs":
		return "rupee", "", true
	case "AUD":
		return "dollar", "AUD", true
	case "CAD":
		return "dollar", "CAD", true
	case "NZD":
		return "dollar", "NZD", true
	case "HKD":
		return "dollar", "HKD", true
	case "SGD":
		return "dollar", "SGD", true
	case "SEK", "NOK", "DKK":
		return "krone", s, true
	case "PLN":
		return "zloty", "PLN", true
	case "CZK":
		return "koruna", "CZK", true
	case "HUF":
		return "forint", "HUF", true
	case "RUB":
		return "ruble", "RUB", true
	case "TRY":
		return "lira", "TRY", true
	case "UAH":
		return "hryvnia", "UAH", true
	case "BRL":
		return "real", "BRL", true
	case "MXN":
		return "peso", "MXN", true
	case "ZAR":
		return "rand", "ZAR", true
	case "NGN":
		return "naira", "NGN", true
	case "KES", "KSh", "Ksh", "UGX", "TZS":
		code := s
		if s == "KSh" || s == "Ksh" {
			code = "KES"
		}
		return "shilling", code, true
	case "AED":
		return "dirham", "AED", true
	case "SAR":
		return "riyal", "SAR", true
	case "ILS", "NIS":
		return "shekel", "ILS", true
	case "KRW":
		return "won", "KRW", true
	case "AFN":
		return "afghani", "AFN", true
	case "IDR", "Rp":
		return "rupiah", "IDR", true
	}
	return "", "", false
}

// dollarOf returns the code of a dollar by the letters before its sign: A$.
func dollarOf(s string) (string, bool) {
	switch s {
	case "US", "U.S.":
		return "USD", true
	case "A", "AU":
		return "AUD", true
	case "C", "CA", "CAN":
		return "CAD", true
	case "NZ":
		return "NZD", true
	case "HK":
		return "HKD", true
	case "S":
		return "SGD", true
	case "NT":
		return "TWD", true
	case "R":
		return "BRL", true
	case "Z":
		return "ZWL", true
	}
	return "", false
}

// currencyNoun returns the singular of a currency's name. “pounds” and “won” are
// read as money by their neighbours only.
func currencyNoun(w string) (noun, code string, ok bool) {
	switch w {
	case "dollar", "dollars":
		return "dollar", "", true
	case "euro", "euros":
		return "euro", "EUR", true
	case "cent", "cents":
		return "cent", "", true
	case "pence", "penny", "pennies":
		return "penny", "GBP", true
	case "yen":
		return "yen", "JPY", true
	case "yuan", "renminbi":
		return "yuan", "CNY", true
	case "rupee", "rupees":
		return "rupee", "", true
	case "ruble", "rubles", "rouble", "roubles":
		return "ruble", "RUB", true
	case "franc", "francs":
		return "franc", "", true
	case "peso", "pesos":
		return "peso", "", true
	case "lira", "liras":
		return "lira", "TRY", true
	case "dinar", "dinars":
		return "dinar", "", true
	case "dirham", "dirhams":
		return "dirham", "", true
	case "riyal", "riyals", "rial", "rials":
		return "rial", "", true
	case "shilling", "shillings":
		return "shilling", "", true
	case "naira":
		return "naira", "NGN", true
	case "rand":
		return "rand", "ZAR", true
	case "krona", "kronor", "krone", "kroner":
		return "krone", "", true
	case "zloty", "zlotys", "zlotych":
		return "zloty", "PLN", true
	case "hryvnia", "hryvnias":
		return "hryvnia", "UAH", true
	case "shekel", "shekels":
		return "shekel", "ILS", true
	case "afghanis":
		return "afghani", "AFN", true
	case "rupiah":
		return "rupiah", "IDR", true
	}
	return "", "", false
}

// label reports a word after which a number is a name: section 4, flight 370.
// always holds whatever the word's case, and by capital only for words that are
// common nouns as well.
func label(w string) (always, byCapital bool) {
	switch w {
	case "section", "sections", "article", "articles", "chapter", "chapters", "page", "pages", "paragraph", "paragraphs", "clause", "clauses",
		"no", "nos", "number", "numbers", "flight", "route", "highway", "interstate", "motorway", "freeway", "junction", "channel", "platform", "gate", "terminal", "room", "suite",
		"apartment", "flat", "version", "volume", "verse", "psalm", "annex", "appendix", "schedule", "resolution", "resolutions", "proposition", "amendment",
		"phase", "stage", "level", "grade", "tier", "reactor", "pier", "berth", "exhibit", "directive", "decree", "ordinance", "docket", "extension", "postcode", "zip",
		"id", "ref", "opus", "poor's", "poor’s", "formula", "covid", "boeing", "airbus", "iphone", "tel", "phone", "telephone", "fax", "dial", "hotline", "isbn", "ext", "fy", "fiscal":
		return true, true
	case "act", "rule", "figure", "table", "road", "type", "category", "class", "group", "unit", "block", "zone", "district", "sector", "ward", "line",
		"item", "scene", "question", "day", "week", "year", "round", "game", "part", "model", "size", "title", "box", "building", "court", "bill", "case", "division",
		"camp", "tower", "bus", "exit", "area", "plan", "point", "lot", "house", "hall", "studio", "lane", "track", "step", "team", "period", "season", "episode", "series",
		"agenda", "vision", "protocol", "super", "windows", "mark", "hurricane", "engine", "station", "precinct", "region", "order", "program":
		return false, true
	}
	return false, false
}

// street reports the last word of an address: 10 Downing Street.
func street(w string) bool {
	switch w {
	case "street", "st", "avenue", "ave", "road", "rd", "lane", "boulevard", "blvd", "drive", "square", "court", "terrace", "crescent", "way", "highway", "parkway", "plaza", "row":
		return true
	}
	return false
}

// stops reports a word at which a noun phrase after a number ends.
func stops(w string) bool {
	switch w {
	case "a", "an", "the", "this", "that", "these", "those", "some", "any", "each", "every", "all", "both", "such", "no",
		"i", "me", "my", "you", "your", "he", "him", "his", "she", "her", "it", "its", "we", "us", "our", "they", "them", "their", "theirs", "himself", "herself", "themselves", "itself",
		"who", "whom", "whose", "which", "what", "where", "when", "why", "how", "there", "here",
		"be", "am", "is", "are", "was", "were", "been", "being", "have", "has", "had", "do", "does", "did", "will", "would", "shall", "should", "can", "cannot", "could", "may", "might", "must",
		"of", "in", "on", "at", "by", "for", "with", "about", "against", "between", "into", "through", "during", "before", "after", "above", "below", "to", "from", "up", "down", "out", "off",
		"over", "under", "upon", "among", "within", "along", "across", "behind", "beyond", "toward", "towards", "onto", "via", "per", "despite", "amid", "since", "until", "till", "around",
		"near", "without", "inside", "outside", "including", "and", "or", "but", "nor", "if", "because", "as", "while", "whereas", "although", "though", "than", "so", "then", "also", "too", "again",
		"just", "only", "very", "much", "whether", "yet", "however", "not", "never", "ago", "later", "earlier", "apart", "away", "each-way", "alike", "together", "alone", "instead",
		"today", "yesterday", "tomorrow", "tonight", "now", "still", "already", "ever", "once", "soon",
		"said", "says", "say", "told", "died", "die", "dies", "came", "come", "went", "go", "took", "take", "made", "make", "got", "get", "gave", "give", "fell", "fall", "rose", "rise",
		"left", "leave", "began", "begin", "became", "become", "saw", "see", "held", "hold", "found", "find", "fled", "flee", "lost", "lose", "won", "win", "kept", "keep", "led", "met", "ran", "run",
		"sent", "spent", "stood", "stand", "sat", "lay", "lie", "hit", "put", "set", "cut", "let", "broke", "burned", "burnt", "sank", "shot", "fought", "brought", "thought", "caught", "taught",
		"felt", "knew", "known", "wrote", "written", "spoke", "chose", "drove", "grew", "threw", "flew", "drew", "wore", "bore", "paid", "built", "bought", "sold", "heard", "remain", "live", "want",
		"need", "plan", "agree", "share", "appear", "seem", "survive", "escape", "deserve", "refuse", "believe", "according", "compared", "whilst", "more", "less", "fewer", "most":
		return true
	}
	return isMonth(w) && w != "may" && w != "march" || isWeekday(w)
}

// invariant reports nouns that count several without an s, and adjectives and
// participles that stand for people: 12 dead, three wounded.
func invariant(w string) bool {
	switch w {
	case "people", "children", "men", "women", "police", "troops", "staff", "personnel", "crew", "aircraft", "spacecraft", "helicopters", "sheep", "fish", "cattle", "deer", "livestock",
		"feet", "teeth", "mice", "geese", "oxen", "series", "species", "headquarters", "crossroads", "dead", "wounded", "injured", "killed", "missing", "homeless", "hurt", "others", "lives", "percent",
		"offspring", "folk", "clergy", "infantry", "cavalry", "youth", "elderly", "poor", "unemployed", "criteria", "phenomena", "media", "bacteria", "data", "alumni", "syllabi", "mujahideen", "mujahedeen", "fedayeen", "hectares":
		return true
	}
	return strings.HasSuffix(w, "men") && len(w) > 4 && w != "specimen" && w != "regimen" && w != "acumen" && w != "abdomen" || strings.HasSuffix(w, "women") || strings.HasSuffix(w, "children")
}

// plural reports a word that looks like a plural noun.
func plural(w string) bool {
	if invariant(w) {
		return true
	}
	if len(w) < 4 || w[len(w)-1] != 's' {
		return len(w) == 3 && (w == "mps" || w == "vcs" || w == "pcs" || w == "tvs")
	}
	switch w {
	case "always", "perhaps", "whereas", "overseas", "besides", "besieges", "afterwards", "towards", "nowadays", "sometimes", "thus", "across", "unless", "regardless", "indoors", "outdoors",
		"upstairs", "downstairs", "christmas", "gas", "was", "has", "his", "this", "says", "does", "times'":
		return false
	}
	for _, s := range [...]string{"ss", "us", "is", "'s", "’s"} {
		if strings.HasSuffix(w, s) {
			return w == "buses" || w == "menus"
		}
	}
	return true
}

// verbal reports a word that looks like a verb in the past, a participle or an
// adverb, which cannot be the noun counted.
func verbal(w string) bool {
	if len(w) < 4 {
		return false
	}
	if strings.HasSuffix(w, "ed") {
		switch w {
		case "seed", "deed", "feed", "speed", "need", "greed", "bleed", "steed", "embed", "breed", "creed", "weed", "reed", "shed", "sled", "bed", "moped", "biped", "hundred":
			return false
		}
		return true
	}
	return strings.HasSuffix(w, "ly") && w != "family" && w != "ally" && w != "fly" && w != "assembly" && w != "bully" && w != "rally" && w != "monopoly" && w != "butterfly"
}

// singular takes the plural off a noun in lower case.
func singular(w string) string {
	switch w {
	case "children":
		return "child"
	case "feet":
		return "foot"
	case "teeth":
		return "tooth"
	case "mice":
		return "mouse"
	case "geese":
		return "goose"
	case "lives":
		return "life"
	case "wives":
		return "wife"
	case "knives":
		return "knife"
	case "thieves":
		return "thief"
	case "wolves":
		return "wolf"
	case "leaves":
		return "leaf"
	case "halves":
		return "half"
	case "loaves":
		return "loaf"
	case "shelves":
		return "shelf"
	case "calves":
		return "calf"
	case "criteria":
		return "criterion"
	case "phenomena":
		return "phenomenon"
	case "crises":
		return "crisis"
	case "bases":
		return "base"
	case "buses":
		return "bus"
	case "people", "series", "species", "headquarters", "crossroads", "police", "staff", "gas", "bus", "news", "mathematics", "premises", "clothes", "lens", "chaos", "campus", "virus":
		return w
	case "viruses":
		return "virus"
	case "campuses":
		return "campus"
	case "movies":
		return "movie"
	case "cookies":
		return "cookie"
	case "zombies":
		return "zombie"
	case "selfies":
		return "selfie"
	case "ties":
		return "tie"
	case "shoes":
		return "shoe"
	case "canoes":
		return "canoe"
	case "houses":
		return "house"
	case "horses":
		return "horse"
	case "nurses":
		return "nurse"
	case "caches":
		return "cache"
	case "axes":
		return "axe"
	}
	switch {
	case strings.HasSuffix(w, "women") || strings.HasSuffix(w, "men") && invariant(w):
		return w[:len(w)-2] + "an"
	case strings.HasSuffix(w, "children"):
		return w[:len(w)-3]
	case len(w) < 4 && w != "mps" && w != "tvs", !strings.HasSuffix(w, "s"), strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "zzes"), strings.HasSuffix(w, "oes"), strings.HasSuffix(w, "uses") && (w == "viruses" || w == "bonuses" || w == "campuses" || w == "statuses"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

// human reports nouns for people, of whom “people” may be said as well.
func human(w string) bool {
	switch w {
	case "people", "person", "civilian", "resident", "passenger", "man", "woman", "child", "soldier", "officer", "worker", "student", "protester", "demonstrator", "refugee", "migrant", "victim",
		"villager", "citizen", "patient", "tourist", "employee", "voter", "prisoner", "detainee", "hostage", "fighter", "militant", "rebel", "insurgent", "police", "policeman", "dead", "wounded", "injured", "killed",
		"fatality", "casualty", "survivor", "crew", "sailor", "fisherman", "miner", "teacher", "pupil", "farmer", "guest", "visitor", "spectator", "fan", "worshiper", "worshipper", "inmate", "member", "official", "troop",
		"evacuee", "inhabitant", "islander", "commuter", "traveler", "traveller", "marcher", "striker", "suspect", "firefighter", "rescuer", "volunteer", "delegate", "lawmaker", "other", "life",
		"combatant", "commander", "leader", "guard", "driver", "doctor", "nurse", "journalist", "reporter", "activist", "terrorist", "jihadist", "extremist", "trooper", "marine", "paratrooper", "gunner", "attacker", "bomber", "assailant", "gang", "dissident",
		"boy", "girl", "baby", "infant", "toddler", "teenager", "pensioner", "mother", "father", "parent", "family", "relative", "friend", "neighbor", "neighbour", "customer", "user", "player", "athlete", "skier", "climber", "hiker", "swimmer", "cyclist", "motorist", "pedestrian", "pilot", "adult",
		"scientist", "expert", "engineer", "lawyer", "judge", "minister", "senator", "candidate", "general", "diplomat", "foreigner", "national", "pilgrim", "monk", "priest", "nun", "seaman", "captain", "intern", "trainee", "returnee", "deportee", "homeowner", "tenant", "taxpayer", "consumer", "shareholder", "subscriber", "viewer", "reader",
		"separatist", "guerrilla", "mercenary", "conscript", "recruit", "veteran", "reservist", "smuggler", "trafficker", "rioter", "looter", "bystander", "onlooker", "mourner", "reveler", "reveller", "concertgoer", "holidaymaker", "vacationer":
		return true
	}
	return len(w) > 4 && (strings.HasSuffix(w, "man") && w != "caiman" || strings.HasSuffix(w, "woman") || strings.HasSuffix(w, "child"))
}

// collective reports nouns of human that count several persons as one.
func collective(w string) bool {
	switch w {
	case "family", "crew", "gang", "police":
		return true
	}
	return false
}
