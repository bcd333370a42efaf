package quotation

import "strings"

// A gender is what a text tells of a person for the choice of he or she.
type gender uint8

const (
	anyGender gender = iota
	male
	female
)

// pronounGender returns the gender of he and she.
func pronounGender(w string) gender {
	switch w {
	case "he":
		return male
	case "she":
		return female
	}
	return anyGender
}

// genderOf returns what the words for a speaker and the name tell: Mr, Lady,
// spokeswoman, or one of the most common given names. It only ever keeps a
// pronoun from being resolved, so a short list does no harm.
func genderOf(phrase, name string) gender {
	for _, w := range strings.Fields(phrase) {
		w = strings.ToLower(strings.Trim(w, ".,"))
		switch w {
		case "mr", "sir", "lord", "king", "prince", "father", "brother", "son", "husband", "widower", "actor", "boy", "rabbi", "imam", "sheikh":
			return male
		case "mrs", "ms", "miss", "lady", "dame", "baroness", "queen", "princess", "mother", "sister", "daughter", "wife", "widow", "actress", "girl":
			return female
		}
		switch {
		case strings.HasSuffix(w, "woman"):
			return female
		case strings.HasSuffix(w, "sman"), strings.HasSuffix(w, "rman"), strings.HasSuffix(w, "eman"):
			return male
		}
	}
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return givenNames[first]
}

var givenNames = func() map[string]gender {
	names := map[string]gender{}
	for g, list := range [...]string{
		male: "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric " +
			"jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter keith roger simon ian graham nigel " +
			"alan neil stuart colin barry derek trevor gordon malcolm martin philip tony tom tim jim joe bob bill mike dave steve dan ben sam nick matt chris rob pete boris vladimir sergei dmitry dmytro ivan igor hans karl klaus lars erik carlos juan luis " +
			"jorge pedro miguel antonio pablo mohammed muhammad mohamed ahmed ali hassan hussein omar ibrahim mustafa abdullah yusuf rahul amit raj vijay barack narendra emmanuel pierre jean-luc francois marcel",
		female: "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela " +
			"shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria lauren christina joan evelyn judith megan hannah alice julia theresa " +
			"claire fiona nicola gillian louise jane anne ann sally lucy sophie charlotte kate katie liz sue jill jo angelika ursula ingrid greta olga natalia svetlana irina fatima aisha amina khadija leila priya indira sonia carmen lucia isabel ana rosa elena ada",
	} {
		for _, n := range strings.Fields(list) {
			names[n] = gender(g)
		}
	}
	return names
}()
