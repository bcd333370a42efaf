package quotation

import "strings"

// A Class groups verbs of saying by what they add to the words: nothing, a
// stand, a concession. It is shown to readers and judged by nobody.
type Class uint8

// Classes of verbs.
const (
	NoClass   Class = iota
	Neutral         // say, tell, state, add, write; according to
	Assert          // claim, insist, maintain, allege, argue
	Concede         // admit, acknowledge, concede, confess
	Confirm         // confirm, reiterate, reaffirm
	Deny            // deny, reject, dismiss
	Warn            // warn, caution, threaten
	Promise         // promise, vow, pledge
	Announce        // announce, declare, reveal, disclose
	Suggest         // suggest, hint, imply
	Criticize       // accuse, slam, chastise
	Ask             // ask, urge, demand, call for
	Describe        // describe, call, dub
)

var classNames = [...]string{"", "neutral", "asserting", "conceding", "confirming", "denying", "warning", "promising", "announcing", "suggesting", "criticizing", "asking", "describing"}

// String names the class: neutral, asserting, conceding …
func (c Class) String() string { return classNames[c] }

// A tenseForm is which form of a verb a word is.
type tenseForm uint8

const (
	past    tenseForm = iota // also the participle
	present                  // third person
	base
	ing
)

// A verb is a form of a verb of saying.
type verb struct {
	lemma string
	class Class
	form  tenseForm

	// A vague verb says something only where a quotation or a that-clause
	// follows: added 200 jobs, reported a loss, denied bail.
	vague bool
	// The present is also a noun: his claims, a report, the demand.
	noun bool
}

// verbs holds the lexicon by form. Each line is a class, whether the verbs on
// it are vague, and the lemmas; forms that are not regular are spelt out behind
// the lemma: past/present/ing.
var verbs = func() map[string]verb {
	lexicon := map[string]verb{}
	for _, line := range []struct {
		class Class
		vague bool
		words string
	}{
		{Neutral, false, "say=said/says/saying tell=told/tells/telling state"},
		{Neutral, true, "add note=noted/notes/noting* report* write=wrote/writes/writing remark* comment* continue reply=replied/replies/replying respond answer* explain observe recall conclude joke* quip=quipped/quips/quipping " +
			"tweet* post* begin=began/begins/beginning read=read/reads/reading express testify=testified/testifies/testifying recount relate predict estimate* speak=spoke/speaks/speaking think=thought/thinks/thinking believe " +
			"stress=stressed/stresses/stressing* emphasize emphasise underline underscore point=pointed/points/pointing* feel=felt/feels/feeling exclaim shout* interject counter hope* fear* expect " +
			"sigh* laugh* whisper* mutter* cry=cried/cries/crying* muse* opine remind advise inform offer* signal=signalled/signals/signalling*"},
		{Assert, true, "claim* insist maintain allege argue assert contend charge* affirm profess boast* brag=bragged/brags/bragging* enthuse gush=gushed/gushes/gushing"},
		{Concede, true, "admit=admitted/admits/admitting acknowledge concede confess=confessed/confesses/confessing accept regret=regretted/regrets/regretting*"},
		{Confirm, true, "confirm reiterate repeat reaffirm reassure"},
		{Deny, true, "deny=denied/denies/denying reject refute dismiss=dismissed/dismisses/dismissing dispute* rebut=rebutted/rebuts/rebutting"},
		{Warn, true, "warn caution* threaten"},
		{Promise, true, "promise* vow* pledge* swear=swore/swears/swearing guarantee* assure"},
		{Announce, true, "announce declare reveal disclose proclaim"},
		{Suggest, true, "suggest hint* imply=implied/implies/implying propose indicate"},
		{Criticize, true, "accuse slam=slammed/slams/slamming criticize criticise condemn denounce blast* blame* chastise chide rebuke* lambast decry=decried/decries/decrying deplore attack* " +
			"complain protest* object* lament* fume* rage* storm* retort* snap=snapped/snaps/snapping* hit=hit/hits/hitting*"},
		{Ask, true, "ask urge* demand* question* request* plead implore appeal*"},
		{Describe, true, "describe call* dub=dubbed/dubs/dubbing label=labelled/labels/labelling* brand* term* hail praise* characterize characterise"},
	} {
		for _, word := range strings.Fields(line.words) {
			word, noun := strings.CutSuffix(word, "*")
			lemma, forms, irregular := strings.Cut(word, "=")
			stem := strings.TrimSuffix(lemma, "e")
			f := []string{stem + "ed", lemma + "s", stem + "ing"}
			if irregular {
				f = strings.Split(forms, "/")
			}
			v := verb{lemma: lemma, class: line.class, vague: line.vague, noun: noun}
			for i, form := range []tenseForm{past, present, ing} {
				v.form = form
				lexicon[f[i]] = v
			}
			if _, taken := lexicon[lemma]; !taken {
				v.form = base
				lexicon[lemma] = v
			}
		}
	}
	delete(lexicon, "hitting")
	lexicon["labeled"] = verb{lemma: "label", class: Describe, vague: true}
	return lexicon
}()

// skipped between a subject and its verb.
func isAdverb(w string) bool {
	switch w {
	case "also", "later", "earlier", "then", "once", "again", "now", "still", "since", "even", "just", "only", "never", "yet", "often", "always", "first", "further", "previously", "himself", "herself", "themselves", "itself", "both", "all", "soon", "today", "yesterday", "tonight", "however", "meanwhile", "instead", "thus":
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "ly")
}

func isBe(w string) bool {
	switch w {
	case "was", "were", "is", "are", "be", "been", "being", "am", "got", "gets":
		return true
	}
	return false
}

func isHave(w string) bool {
	switch w {
	case "has", "had", "have", "having", "he’s", "he's", "she’s", "she's":
		return true
	}
	return false
}

func isModal(w string) bool {
	switch w {
	case "will", "would", "could", "can", "may", "might", "should", "shall", "must", "to", "cannot":
		return true
	}
	return false
}

func isNegative(w string) bool {
	switch w {
	case "not", "never", "cannot", "without", "nor", "neither":
		return true
	}
	return strings.HasSuffix(w, "n’t") || strings.HasSuffix(w, "n't")
}

// isFinite reports a form that only a clause with a verb of its own has.
func isFinite(w string) bool {
	switch w {
	case "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "did", "does", "do":
		return true
	}
	return strings.HasSuffix(w, "n’t") || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "’ve") || strings.HasSuffix(w, "’ll") || strings.HasSuffix(w, "’re")
}

func isPronoun(w string) bool {
	switch w {
	case "he", "she", "they", "we", "i", "you", "it", "who", "one", "both", "others", "some", "many":
		return true
	}
	return false
}

func isDeterminer(w string) bool {
	switch w {
	case "the", "a", "an", "his", "her", "their", "its", "my", "our", "your", "this", "that", "these", "those", "any", "no", "some", "such", "several", "other", "of", "recent", "new", "false", "similar":
		return true
	}
	return strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "s’")
}

// limits a noun phrase on its left.
func isLimit(w string) bool {
	switch w {
	case "and", "or", "but", "nor", "so", "as", "when", "while", "where", "because", "if", "that", "which", "who", "whom", "whose", "after", "before", "since", "until", "although", "though", "than", "whether", "what", "how", "why",
		"in", "on", "at", "by", "to", "with", "from", "about", "into", "over", "under", "against", "between", "during", "amid", "despite", "through", "via", "per", "ago", "is", "are", "was", "were", "be", "been", "has", "had", "have", "did", "does", "do", "will", "would", "could", "can", "may", "might", "should", "not", "yes", "it", "there", "then", "meanwhile", "however", "according":
		return true
	}
	return false
}

// isTitle reports a form of address or an office that stands before a name with
// a capital.
func isTitle(w string) bool {
	switch strings.ToLower(strings.TrimRight(w, ".")) {
	case "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "gen", "general", "lt", "lieutenant", "col", "colonel", "sgt", "sergeant", "capt", "captain", "maj", "major", "cmdr", "commander", "adm", "admiral",
		"president", "vice", "minister", "prime", "premier", "chancellor", "king", "queen", "prince", "princess", "pope", "sen", "senator", "rep", "representative", "gov", "governor", "mayor", "rev", "reverend", "father", "sheikh", "sheik",
		"mullah", "ayatollah", "imam", "sir", "lord", "lady", "dame", "baroness", "judge", "justice", "secretary", "ambassador", "chief", "executive", "director", "chairman", "chairwoman", "chair", "spokesman", "spokeswoman", "spokesperson",
		"inspector", "superintendent", "detective", "constable", "sheriff", "attorney", "officer", "deputy", "foreign", "finance", "defence", "defense", "interior", "health", "home", "transport", "education", "leader", "speaker", "mp", "ceo", "brigadier", "archbishop", "bishop", "rabbi", "councillor", "commissioner", "prosecutor", "barrister", "lawyer", "pm", "cm", "fm", "det", "insp", "ch", "supt", "dci", "pc", "cllr", "press", "harbour", "harbor", "former", "acting", "senior", "assistant", "police":
		return true
	}
	return false
}

// isRole reports a word for what a person is, which stands before a name with a
// small letter.
func isRole(w string) bool {
	switch w {
	case "leader", "chief", "spokesman", "spokeswoman", "spokesperson", "president", "minister", "premier", "chancellor", "secretary", "director", "captain", "officer", "analyst", "professor", "lawyer", "attorney", "judge", "mayor", "governor",
		"senator", "lawmaker", "manager", "coach", "head", "founder", "co-founder", "owner", "resident", "witness", "activist", "researcher", "scientist", "doctor", "teacher", "author", "candidate", "commander", "general", "ambassador", "envoy",
		"mediator", "negotiator", "chairman", "chairwoman", "chairperson", "chair", "editor", "reporter", "journalist", "correspondent", "historian", "economist", "engineer", "chef", "singer", "actor", "actress", "player", "striker", "goalkeeper",
		"prosecutor", "commissioner", "superintendent", "sheriff", "inspector", "sergeant", "detective", "deputy", "mp", "councillor", "councilman", "councilwoman", "king", "queen", "prince", "princess", "pope", "bishop", "archbishop", "imam", "cleric",
		"boss", "mother", "father", "son", "daughter", "widow", "wife", "husband", "brother", "sister", "survivor", "passenger", "driver", "pilot", "neighbour", "neighbor", "student", "nurse", "worker", "official", "adviser", "advisor", "aide",
		"expert", "campaigner", "organiser", "organizer", "farmer", "fisherman", "shopkeeper", "pensioner", "executive", "strategist", "trader", "investor", "master", "speaker", "counsel", "veteran", "politician", "diplomat", "soldier", "biologist",
		"physicist", "geologist", "seismologist", "meteorologist", "forecaster", "curator", "artist", "composer", "conductor", "novelist", "poet", "writer", "critic", "columnist", "paramedic", "firefighter", "villager", "protester", "refugee", "victim":
		return true
	}
	return false
}

// opensOnly reports a word that has its capital because a sentence begins.
func opensOnly(w string) bool {
	switch w {
	case "neither", "either", "asked", "speaking", "even", "yet", "still", "among", "amid", "unlike", "like", "most", "few", "two", "three", "another", "here", "now", "such", "sources", "following", "citing", "writing", "addressing",
		"earlier", "later", "last", "next", "once", "also", "only", "just", "every", "each", "more", "less", "much", "former", "acting", "fellow", "senior", "local", "friends", "colleagues", "members", "residents", "state", "veteran":
		return true
	}
	return false
}

// isPlural reports a word for people who speak without a name.
func isPlural(w string) bool {
	switch w {
	case "police", "people", "authorities", "sources", "critics", "scientists", "locals", "parents", "doctors", "media", "medics", "rescuers", "prosecutors", "investigators", "supporters", "opponents",
		"witnesses", "eyewitnesses", "survivors", "firms", "companies", "unions", "groups", "ministers", "troops", "rebels", "militants", "insurgents", "demonstrators", "families", "relatives", "fans", "voters":
		return true
	}
	return strings.HasSuffix(w, "s") && isRole(strings.TrimSuffix(w, "s"))
}

// isBody reports a word that makes a name one of a body, place or time rather
// than of a person.
func isBody(w string) bool {
	switch strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")) {
	case "ministry", "department", "council", "party", "bank", "university", "college", "school", "agency", "office", "group", "committee", "commission", "union", "association", "institute", "foundation", "organization", "organisation",
		"nations", "united", "states", "international", "national", "house", "palace", "court", "police", "army", "force", "forces", "navy", "guard", "service", "services", "bureau", "board", "authority", "corporation", "corp", "inc", "ltd", "llc",
		"company", "co", "times", "post", "news", "press", "herald", "tribune", "journal", "guardian", "radio", "tv", "television", "agence", "reuters", "bloomberg", "street", "road", "city", "county", "province", "district", "river", "lake", "sea", "ocean", "mount", "bay", "port",
		"north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "saint", "hospital", "airport", "airlines", "airways", "air", "motors", "electric", "watch", "amnesty", "cross", "front", "brotherhood", "state", "emirate", "republic", "kingdom", "islamic", "church", "holdings", "partners", "capital", "research", "center", "centre", "federation", "congress", "senate", "parliament", "assembly", "cabinet", "government", "administration", "treasury", "fund", "league", "club", "fc", "center’s",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "the", "development", "global", "world", "european", "american", "british", "supreme", "security", "human", "rights", "trade", "central", "federal", "royal", "general":
		return true
	}
	return false
}
