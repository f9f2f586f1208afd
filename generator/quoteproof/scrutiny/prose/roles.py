"""What people are called by their office or trade: a sentence must not promote or retire anyone."""

from __future__ import annotations

from quoteproof.scrutiny.prose.words import stems

# One role a line; its first word stands for the others. Words that are as often a verb or a thing
# (*head*, *lead*, *general*, *guard*) are left out, and so are those for crowds (*soldiers*).
_LINES = """
president presidents
minister ministers
premier premiers
chancellor chancellors
king
queen
prince princess
emir sheikh sultan
governor governors
mayor mayors mayoress
senator senators
congressman congresswoman
lawmaker lawmakers legislator legislators parliamentarian deputy-member
councillor councillors councilman councilwoman
secretary secretaries
treasurer treasurers
founder founders
ambassador ambassadors
envoy envoys
diplomat diplomats
consul
official officials officer officers
commander commanders
colonel
admiral
captain captains
sergeant
sailor sailors
deckhand deckhands
pilot pilots
spokesman spokeswoman spokesperson spokespeople
director directors directress
chairman chairwoman chairperson chair
manager managers
engineer engineers
inspector inspectors
judge judges
lawyer lawyers attorney solicitor barrister
prosecutor prosecutors
policeman policewoman constable
doctor doctors physician surgeon
nurse nurses
teacher teachers
professor professors
student students pupil pupils
scientist scientists
expert experts
analyst analysts
economist economists
activist activists
journalist journalists reporter reporters correspondent
editor editors
farmer farmers
fisherman fishermen
shopkeeper shopkeepers
driver drivers
priest priests
bishop bishops
imam imams
"""
ROLES: dict[str, str] = {
    word: line.split()[0] for line in _LINES.strip().splitlines() for word in line.split()
}
"""The role that a word names."""
ROLE_STEMS = stems(" ".join(ROLES))
