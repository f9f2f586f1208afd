"""Where a sentence denies, or has in another mood, what its passages say; and where it may."""

from __future__ import annotations

from datetime import date

import pytest

from quoteproof.diagnostics.finding import Location
from quoteproof.model.vocabulary import StatementKind
from quoteproof.scrutiny.facts.ground import Footing, Ground
from quoteproof.scrutiny.facts.hedges import hedge_misses
from quoteproof.scrutiny.facts.manner import manner_misses
from quoteproof.scrutiny.facts.miss import Setting
from quoteproof.scrutiny.prose.names import Gazetteer
from quoteproof.scrutiny.prose.reading import read
from quoteproof.scrutiny.prose.words import words

ISSUED = (date(2021, 5, 12),) * 2
NOBODY = frozenset[str]()
KNOWN = Gazetteer()
KNOWN.add(words("Rivers Without Fences"), "actor:rivers")


def ground(passage: str) -> Ground:
    place = Location("seeds/sources/post.txt", 1, 1)
    return Ground(read(passage, KNOWN), passage, place, NOBODY, "post", ISSUED, ())


def told(passage: str, sentence: str, kind: StatementKind = StatementKind.FACT) -> list[str]:
    """The codes of what is told of a sentence beside a passage."""
    footing = Footing((ground(passage),), (), NOBODY, NOBODY, NOBODY, NOBODY, NOBODY)
    misses = manner_misses(read(sentence, KNOWN), Setting(footing, ISSUED, kind))
    return [miss.code.id for miss in misses]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The bridge was opened in May.", "The bridge was not opened in May."),
        ("The bridge was opened in May.", "The bridge was never opened."),
        ("Talks ended, and the bridge was opened.", "The bridge was not opened."),
        ("The mayor said the bridge is safe.", "The mayor denied that the bridge is safe."),
        # A *not* is left out
        ("The council has not met since April.", "The council has met since April."),
        ("Police made no arrests.", "Police made some arrests."),
        ("No ferry sailed on Sunday.", "Some ferry sailed on Sunday."),
        ("She would not confirm the report.", "She did confirm the report."),
        ("Boats sail without lights.", "Boats sail with lights."),
        ("We have had no power for a week.", "The town had been with power for a week."),
        ("No boat sails without lights.", "No boat will sail with lights."),
        ("We could not confirm this.", "The office could confirm it."),
        (
            "The court said that the city is not a party and could not show that it was harmed.",
            "The court said that the city could show that it was harmed.",
        ),
        (
            "The Chamber does not find that votes were bought. It finds that two boxes were lost.",
            "The court did find that votes were bought.",
        ),
        (
            "The letter was not passed on to the unit.",
            "It came late but was passed on to the unit.",
        ),
        # A *not* of who tells it, of the others, or of a case
        (
            "The roof had burnt before noon.",
            "The roof had burnt before noon, the board did not find.",
        ),
        (
            "The other three men are suspected of arson.",
            "The three who remain are not suspected of arson.",
        ),
        ("If attacks are repeated, it may fire.", "If attacks are not repeated, it may fire."),
        # A *not* or *no* behind denies something else
        (
            "The charts show 22 buoys in the channel and no mines.",
            "The mayor denied that the charts show 22 buoys in the channel.",
        ),
        # Elsewhere there is a denial of something else
        (
            "The council said it will appeal within 15 days. The court refused a stay.",
            "The council said that it will not appeal within 15 days.",
        ),
        # Two denials in one clause, and a *have* denied without a *do*
        ("The petition names no station.", "The petition does not name no station."),
        ("Analysts are uncertain.", "Analysts are not uncertain."),
        ("The city has six gates.", "The city has not six gates."),
        ("The city has to pay the fine.", "The city has not to pay the fine."),
        ("No witness heard a shot.", "No witness did not hear a shot."),
        ("It is shut until repairs are over.", "Until repairs are not over it is shut."),
        # A denial of something else in the same sentence, or after an *and*
        (
            "Two families said that armed men had ordered them to go; they did not say who.",
            "Two families said that armed men had not ordered them to go.",
        ),
        (
            "A side shall notify the mission in writing and shall not return fire.",
            "A side must not notify the mission in writing.",
        ),
        ("The envoy replied to the union on Friday.", "The envoy did not reply to the union."),
        ("Police may enter the town only by day.", "Police may not enter the town only by day."),
        # What was announced is not said to be left undone, nor who is told of in a case
        ("The company will pay the fine by Friday.", "The company has not paid the fine."),
        ("Shops that are open pay a fee.", "Shops that are not open pay a fee."),
        # The words on both sides of a *not* that is left out
        (
            "The minimum could not be kept in a dry year without lowering the lake.",
            "The minimum could be kept in a dry year without lowering the lake.",
        ),
        # What somebody found, and another *not* in the next sentence
        (
            "The court found that 363 members voted in favour. No date is set.",
            "The court did not find that 363 members voted in favour.",
        ),
        # What was not to be told, or had not been, is no silence of a report
        (
            "Any leak shall be reported to the council within an hour.",
            "Any leak must not be reported to the council within an hour.",
        ),
        # A *no* or a *denied* is lost
        ("This order is not subject to appeal.", "There is some appeal against this order."),
        (
            "The mayor denied that the bridge had been closed by his office.",
            "The mayor said that the bridge had been closed by his office.",
        ),
        # Of nobody, only in a case, or since then
        (
            "There was no sign that boats had used the quay.",
            "There was no sign that boats had not used the quay.",
        ),
        (
            "A party may shoot back only where life is in danger, and must not fire first.",
            "A party may not shoot back only where life is in danger, and must not fire first.",
        ),
        (
            "The office has since withdrawn its notice.",
            "The office has not since withdrawn its notice.",
        ),
        # A *not to*, a *without* and the *others* deny nothing of the verb
        (
            "It asked the office to wait, says a clerk who asked not to be named.",
            "A clerk, who asked not to be named, said that it had not asked the office to wait.",
        ),
        (
            "The port shall release from contracts, without charge, customers who so request.",
            "The port must not release customers, free of charge, who so request.",
        ),
        (
            "A herder was killed and two others were hurt near Dolm.",
            "A herder was not killed near Dolm.",
        ),
        # What was told is no silence, whatever it denies; nor does a case, or what lies somewhere
        (
            "The agency has said that the death had nothing to do with the ferry.",
            "The agency has not said that the death had nothing to do with the ferry.",
        ),
        (
            "It told the district that it may not finish the line before August.",
            "It has not told the district that it may not finish the line before August.",
        ),
        (
            "It shall move it. If it fails to do so, it shall pay the district 2,000 marks a day.",
            "For each day it shall not pay the district 2,000 marks.",
        ),
        (
            "About 180 metres of the road lie under debris, according to the office.",
            "The office denied that some 180 metres of the road lay under debris.",
        ),
        # What is denied of *them*, and a verb before another's *not*
        (
            "Two were brothers who worked at the quarry. The company says it never employed them.",
            "Dorn Stone says that it employed the two brothers.",
        ),
        (
            "It was sent to an address that is not read at weekends. It was opened on Monday.",
            "It went to an address that is read at weekends and was not opened until Monday.",
        ),
        # A word that itself denies, for another such word
        (
            "Tolls on the highway are prohibited to both parties.",
            "Tolls on the highway are not forbidden to both parties.",
        ),
        (
            "The last soldiers withdrew from Rahn on Friday.",
            "The last soldiers did not leave Rahn on Friday.",
        ),
    ],
)
def test_a_denial_that_the_passage_does_not_have(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == ["FCT201"]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The bridge was not opened in May.", "The bridge was not opened in May."),
        # In other words
        ("The bridge was closed.", "The bridge was not open."),
        (
            "No military aircraft, manned or unmanned, shall fly near the bridge.",
            "Military aircraft, whether manned or unmanned, shall not fly near the bridge.",
        ),
        ("The court dismisses it in so far as it seeks the sale.", "The court did not seek it."),
        ("A call that is not answered is repeated.", "An unanswered call, until answered, is."),
        ("They were unable to agree on a ban.", "They did not reach agreement on a ban."),
        ("Washing cars is prohibited in June.", "Cars may not be washed in June."),
        ("The owner refused to open the gate.", "The owner did not open the gate."),
        ("The mayor denied that the gate was shut.", "The gate was not shut, the mayor said."),
        ("Asked if it was a pretext, he laughed.", "He denied that it was a pretext."),
        ("They will meet in May, and before that only if asked.", "They will not meet in April."),
        ("They agreed to publish, but not on a date.", "They did not agree on a date."),
        ("It is silent on who pays.", "It does not say who pays."),
        # What is denied stands further off
        (
            "Nothing in this Agreement constitutes an admission of liability by the Company.",
            "In an agreement, the company undertook to pay, without admitting liability.",
        ),
        (
            "Nor did the Authority make public its letter of 7 June, which is confidential.",
            "The Authority says that it did not make its letter of 7 June public.",
        ),
        ("The council turned the plan down.", "Nothing was paid; it has not been resumed."),
        ("The rule covers pilots, and others as well.", "The rule does not cover pilots alone."),
        ("The president vetoed the bill.", "The president did not sign the bill."),
        ("It shall be decided in a week, failing which it lapses.", "It is not decided in a week."),
        # The passage has another verb, and too little besides
        ("The club was relegated.", "The club did not stay in the league."),
        ("The vote was 5 to 3.", "The vote was not unanimous."),
        # Two denials of the sentence's own affirm; a *not* of a case tells of no fact
        ("It has been raining since Monday.", "It has not stopped raining since Monday."),
        ("Vehicles must carry a flag.", "Vehicles without a flag may not pass."),
        ("Every patrol needs an officer.", "A patrol that is not led by an officer waits."),
        ("The parties agree or the court decides.", "If the parties do not agree, it decides."),
        ("The pact binds its signatories.", "The pact does not bind those who have not signed."),
        ("It met in May for the first time since 2019.", "It had not met since 2019."),
        ("The text has yet to be published.", "The text has not to date been published."),
        ("She had no time to answer.", "She had not the time to answer."),
        # What stands for a noun, or is an adverb by its form alone
        ("A fine is a penalty. A fee is none.", "A fine is a penalty, and a fee is not one."),
        ("The union's request went unanswered.", "The firm did not reply to the union's request."),
        # The other way round
        ("No boat may sail without a permit.", "A boat may sail with a permit."),
        ("The village has no doctor.", "The people of the village see a doctor in the town."),
        ("He denied a report that he had resigned.", "The report said that he had resigned."),
        (
            "There has been no patrol since June. It names no penalty for a party that stays away.",
            "It names no penalty for a party that stays away from the patrols.",
        ),
        ("It will not discuss arms before May.", "It will discuss arms only in May."),
        ("No member may sit on more than two boards.", "A member may sit on two boards at most."),
        ("None of the 163 passengers died.", "It carried 163 passengers."),
        ("No photograph may be shown without leave.", "To show a photograph takes leave."),
        ("Cranes must not be operated in a gale.", "It was too much for cranes to be operated in."),
        # A name
        ("We measured 38.", "Rivers Without Fences measured 38."),
        # A noun for a verb, a report that is denied, and what *delay* and *from* say of it
        ("This payment is not an admission of fault.", "The payment does not admit any fault."),
        (
            "She denied a report by the Post that the older man had died.",
            "The older man did not die, she said.",
        ),
        (
            "In eleven the rooms were not closed in time; the longest delay was nine days.",
            "The longest delay in closing rooms was nine days.",
        ),
        ("It let pay begin on 24 May, and not on 8 May.", "It moved pay from 8 May to 24 May."),
        (
            "It is not true, as your office has written, that a company took over the guard.",
            "The ministry denies that a company took over the guard.",
        ),
        (
            "We owe the crews an account, and the army an apology. "
            "We do not owe anybody an apology for having fired.",
            "The office said that it owed the army an apology, but nobody one for having fired.",
        ),
        # What might have been, what is still to come, a verb left out, a number put right
        (
            "The pipe would have held had the valve not been left open by a crew.",
            "A crew had left open the valve of the pipe.",
        ),
        (
            "The company did not finish cleaning the shore by May. The rest will follow in July.",
            "The company would finish cleaning the rest of the shore in July.",
        ),
        (
            "The committee advised that the minister resign. He said that he would not.",
            "The minister said that he would not resign.",
        ),
        (
            "Fares were to rise from 12 to 20 marks, we wrote. The old fare was 14 marks.",
            "The old fare was not 12 but 14 marks.",
        ),
        (
            "Some 1,300 votes were lost, it says. The chair said that the number was near 400.",
            "The number was not some 1,300, but near 400.",
        ),
        (
            "Five boxes were set aside because the seal number differed from the protocol.",
            "Five boxes were set aside because the seal number did not match the protocol.",
        ),
        ("A resident who sues may not claim again.", "Residents may sue; those who do lose it."),
        # A case, a noun for a verb, a range; what is refused, or called false, from afar
        (
            "This pact begins on the day after its approval by the council. "
            "It lapses if it is not approved by 31 May.",
            "It begins a day after the council approves it, and lapses if it has not by 31 May.",
        ),
        (
            "For each day of delay the price shall be reduced by 0.1 per cent. "
            "No reduction is due if a payment is late.",
            "If a payment is late, the price is not reduced for delay.",
        ),
        (
            "She said the humidity had been between 48 and 53 percent since 8 June.",
            "Since 8 June the humidity has not risen above 53 percent, she said.",
        ),
        (
            "The house said the objects were sound. She declined to say who owned the objects.",
            "Who owned the objects the house would not say.",
        ),
        (
            "The office rejects as false the reports according to which the roof is leaking.",
            "The office denies that the roof is leaking.",
        ),
        (
            "We said that the objects would travel by air. They travelled by road.",
            "The objects did not travel by air but by road.",
        ),
        (
            "Members of the union refused for six hours on Friday to unload the freighter.",
            "For six hours members of the union would not unload the freighter.",
        ),
        (
            "Grain for which no receipt has been presented by May shall pass to the board.",
            "The board receives grain that has not been claimed with a receipt.",
        ),
        (
            "We ask for all names without delay, and lists without names.",
            "It asks for lists with the names left out.",
        ),
        ("Without insulin for 36 hours, he fell ill.", "He fell ill after some 36 hours."),
        (
            "A party that alleges a breach shall inform the office, and before it responds.",
            "A party may not respond to an alleged breach before it has informed the office.",
        ),
        ("The ministry has not yet replied.", "The ministry has yet to reply."),
        ("What becomes of it is not settled.", "What becomes of it has yet to be settled."),
        ("We advised it against giving its consent.", "It should not consent, they advised."),
        (
            "It said that the firm bears all costs. It bears two thirds.",
            "The firm does not bear all costs but only two thirds.",
        ),
        (
            "The ministry said that it had received no notice of the lockout before it began.",
            "Seven days' notice is required. The ministry said that none had reached it before "
            "the lockout began.",
        ),
        (
            "The pumps were stopped at noon. It went on delivering oil until one.",
            "It did not stop delivering oil until one.",
        ),
        (
            "The chamber upheld the order on the boats, but let pay begin in May.",
            "The firm did not succeed in having the order on the boats overturned.",
        ),
    ],
)
def test_a_denial_in_other_words(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == []


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The bridge was opened.", "The bridge will be opened."),
        ("The bridge was opened.", "The bridge may be opened."),
        ("The bridge will reopen in May.", "The bridge reopened in May."),
        ("The bridge will reopen in May.", "The bridge may reopen in May."),
        ("The release may be reduced.", "The release will be reduced."),
        ("The city shall pay the guards.", "The city may pay the guards."),
        # The *No.* of a number denies nothing, nor is a *permit* leave to do something
        (
            "The city shall send the file of permit No. 3.",
            "The city may send the file of permit 3.",
        ),
        # Another verb, or a noun, in a clause that has no other mood
        ("It may make use of the samples.", "The panel will use the samples."),
        (
            "The town shall purchase 60 megawatts from the plant until May.",
            "The town may buy 60 megawatts from the plant until May.",
        ),
        (
            "Until then the bank may, in cases of hardship, permit a payment.",
            "In cases of hardship the bank will permit a payment.",
        ),
        # What was, and is not to come
        ("The gate was shut, except for an hour when shots were fired.", "Shots will be fired."),
        ("The text that was prepared was signed.", "She said that the text would be signed."),
        ("No deaths were reported to us.", "No deaths will be reported to them."),
        ("The council said it will appeal.", "It said that it appealed against the ruling."),
        ("The other boats shall use the pier.", "The other boats used the pier."),
        # What stands in the passage has been said
        ("Shops shall remain closed.", "The mayor will order that shops remain closed."),
        ("No prisoner may be moved.", "No prisoner may be moved, the court will order."),
        # No *will* after words of time
        (
            "Its pond is out of use until a wall has been approved.",
            "Its pond is out of use until a wall will be approved.",
        ),
        (
            "It is paid when the form has been received.",
            "It is paid once the form will be received.",
        ),
        # A day that is over for whoever tells of it
        ("On Tuesday 4 May the office cut the fine.", "On 4 May the office will lower the fine."),
        ("It denies having opened the gate.", "It denies that it will open the gate."),
        ("The firm accepts this finding.", "The firm will accept this finding."),
        ("It expects an answer by 1 June.", "It will expect an answer by 1 June."),
        ("The order was void.", "The order was void, the court will hold."),
        # Before the end of a year is a time, and no case
        (
            "Orders shall be placed here before the end of 2028.",
            "Before the end of 2028 the firm placed orders here.",
        ),
    ],
)
def test_another_mood(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == ["FCT202"]


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("The city shall pay the guards.", "The city must pay the guards."),
        ("He shall keep the pump and test it.", "It wants the pump to be kept and tested."),
        ("It levies no tax, and it will not.", "It says that it will levy no tax."),
        ("The city is to pay the guards.", "The city will pay the guards."),
        ("The cost shall be divided equally.", "The cost is divided equally."),
        ("The court ordered a recount.", "The court ordered that votes be counted again."),
        ("Shots shall be fired only in self-defence.", "Soldiers may fire in self-defence."),
        ("It is as much as the lake can hold.", "The lake held as much on Monday."),
        ("They did not say whether it would be used.", "It was left open whether it may be used."),
        ("He ruled out a coalition.", "He will not form a coalition."),
        ("The plan is for a strike on Monday.", "They will strike on Monday."),
        # To decline, and what a verb itself says of what is to come
        ("She would not be drawn on costs, she said.", "She would not say what it costs."),
        (
            "Each side shall withdraw its tanks to the river by May.",
            "The pact required each side to withdraw its tanks to the river by May.",
        ),
        ("A patrol short of vehicles shall not proceed.", "It forbids a patrol to proceed."),
        # A present may stand for what is to come, or would be
        ("An appeal does not suspend the order.", "An appeal would leave the order in force."),
        ("Voting takes place on 14 May.", "Voting will be held on 14 May."),
        ("The plant has been expected to open since May.", "The plant may open soon."),
        ("Lorries may not use the bridge.", "Lorries must not use the bridge."),
        ("The tribunal ordered that votes be counted.", "By its order votes must be counted."),
        ("The mayor decided that 300 beds are added.", "300 beds will be added, he decided."),
        (
            "The envoy came in May. He left in June.",
            "The envoy, who would leave later, came in May.",
        ),
        ("It is wrong that nobody asked him.", "It held that the paper should have asked him."),
        ("The witness asked if the gate is open.", "She asked if the gate will be open."),
        ("The mayor plans that shops close.", "The mayor will order that shops close."),
        ("Members may make use of the library.", "Members will be able to use the library."),
        # Another verb in the same mood
        ("Members may lodge an appeal.", "Members may object to the order before the court."),
        ("It has extended the use of the rooms to May.", "The rooms may be used until May."),
        (
            "A boat shall be given up at noon, against a record signed by its captain.",
            "A boat shall be given up at noon, and its captain shall sign a record.",
        ),
        ("She asks the court to declare it void. It is void.", "The court declared it void."),
        ("Cracks had been visible before the fall.", "Cracks could be seen before the fall."),
        (
            "No excavation shall take place near a listed house before the office has consented.",
            "The office has to consent before anyone may dig near a listed house.",
        ),
        (
            "The town shall admit to the port up to 18 observers appointed by the state.",
            "The state may appoint up to 18 observers.",
        ),
        ("The results will allow the truce of 5 March.", "They will allow the truce of 5 March."),
        (
            "It has stood there since 5 March and will stay.",
            "Since 5 March a post has stood there and will remain.",
        ),
        ("The ferry sails again on 20 May.", "The ferry will sail again on 20 May."),
        (
            "The institute shall monitor the cleanup and the payments.",
            "The institute has been charged with watching over the cleanup and the payments.",
        ),
        (
            "60 per cent of the cost of repairs will be refunded: the schools belong to the towns.",
            "It promised 60 per cent of the cost of repairs and pointed out whose they are.",
        ),
        ("Its findings are not binding on the court.", "Its findings will not bind the court."),
        ("The port should have its bank watched at night.", "The bank should be watched at night."),
        (
            "The firm shall install two pumps of 8 kW each before the plant is used.",
            "The plant may not run until two pumps, of 8 kW each, have been installed.",
        ),
        (
            "It will be lifted as soon as the union ends its strike.",
            "Once the union ends its strike it will be lifted.",
        ),
        ("It may reduce fees.", "What it may do is to reduce fees."),
        (
            "The court will hold two seats for women.",
            "Two reserved seats are for women; the court will reserve them.",
        ),
        # A noun tells that it was done
        (
            "The office has to inspect the road daily. Inspections were made on every day in May.",
            "The road was inspected on every day in May.",
        ),
    ],
)
def test_one_mood_in_other_words(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == []


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        # What is only announced may not have been done yet
        # Until then, of the others, but for those: nothing is denied
        ("Buses ran again from Monday.", "Buses did not run until Monday."),
        ("Two of the five judges dissented.", "Three of the five judges did not dissent."),
        ("Crews reached the last village.", "There is no village that crews have not reached."),
        ("Only members may vote.", "Those who are not members may not vote."),
        ("It has figures for all but two.", "For two of them it has no figures."),
        (
            "The mayor called reports that it will close wrong.",
            "The mayor denied that it will close.",
        ),
        ("The council will discuss and announce a plan.", "It had not yet announced a plan."),
        ("She hopes the truce becomes permanent.", "The truce is not permanent yet."),
        # An exception of the sentence's own, a case of its own, and what is above a measure
        ("They may return by choice.", "They may not return other than by choice."),
        ("Each family shall sign a form.", "A family cannot leave without signing a form."),
        ("They may inspect it at the lock.", "They may not inspect it anywhere but at the lock."),
        ("Unless it is extended, it lapses.", "It does not lapse if it is extended."),
        (
            "Each clerk who was on the payroll receives 900 marks.",
            "A clerk who was not on the payroll is not entitled to 900 marks.",
        ),
        ("Each boat may carry up to 300 tons.", "A boat may not carry more than 300 tons."),
        ("A side may inspect the cargo once.", "A side may not inspect the cargo twice."),
        (
            "It shall be completed within four hours.",
            "It may not be completed in more than four hours.",
        ),
        # The rest, and one alone
        ("It has 220 rooms, of which 31 are occupied.", "189 rooms are not occupied."),
        ("Three of four convoys reached it.", "One of the four convoys did not reach it."),
        ("Both parties may extend the pact.", "One party alone may not extend the pact."),
        # A *no* elsewhere, or an opposite of what its subject does
        ("The second stage. No date has been set.", "The second stage was not given a date."),
        ("The closing will be put off by a week.", "It will not be closed for a week."),
        (
            "There are no violations (of the truce) against the posts.",
            "She denied that there were violations of the truce against the posts.",
        ),
        (
            "The army holds the guard responsible. The guard rejected the charge.",
            "The guard denied that the guard was responsible.",
        ),
        # Two verbs, each denied once
        (
            "Half rations went to families that have not signed the form.",
            "Families that have not signed the form did not get full rations.",
        ),
        # *The others*, a *but* that contrasts, the contrary case, a question that stands before
        (
            "It has heard that 47 ships sailed. Its log shows 31. It knows nothing of the others.",
            "It knows nothing of the ships that, as it heard, sailed and do not appear in its log.",
        ),
        (
            "600 tonnes had been given to families. The rest, he said, was damp.",
            "The part of it that was not given to families was damp, he said.",
        ),
        (
            "The navy has laid no mines.",
            "The ministry denies that the navy has laid mines.",
        ),
        ("The union demanded 12 per cent but got four.", "The union did not get 12 per cent."),
        ("If the fee is paid, the licence runs on.", "If the fee is not paid, the licence lapses."),
        ("It names those who paid.", "For whom they paid, the report does not say."),
        (
            "The council has not paid for the school, and the town paid for the bridge.",
            "The town paid for the bridge.",
        ),
        # What is denied in other words, in a case, or of something else
        ("The council scrapped the fee.", "The council did away with the fee."),
        ("The gate is 5.5 km from the camp.", "The gate does not lie 3 km away but 5.5 km away."),
        (
            "It counted residents, but left out guests of the hotels.",
            "It did not count guests of the hotels.",
        ),
        ("The police charged 31; they look for three more.", "The three are not among the 31."),
        (
            "The dyke had last been raised in 1988.",
            "The dyke had not been raised since 1988.",
        ),
        (
            "It is in force the day after its approval. It lapses if it is not approved by May.",
            "Without approval by May it lapses. If the council approves it, it is in force.",
        ),
        (
            "The council may waive the fee for shops, but not for rooms in which the sick lie.",
            "For rooms in which the sick lie there can be no waiver of the fee.",
        ),
        (
            "It pays 60 marks a day, up to a total of 900 marks.",
            "It pays 60 marks a day, but never more than 900 marks.",
        ),
        (
            "Four men heard shots. We cannot say who fired.",
            "It cannot say who fired. It does cite four men who heard shots.",
        ),
        (
            "It declined to hear the request about the results, which are not an act that it can "
            "review.",
            "It refused to deal with the results, saying that it cannot review them.",
        ),
        # An aside between a subject and its opposite, *than not*, and what was announced
        (
            "The bridge at Brask, which 600 people cross on a weekday, has been closed since May.",
            "The bridge at Brask has not been open since May, the paper reported.",
        ),
        (
            "Three of the 16 guns registered there, all of 120 millimetres, were missing.",
            "It did not find three of the 120-millimetre guns registered there.",
        ),
        (
            "We conclude that the shells were more probably than not fired from the hill.",
            "The centre concludes that the shells were fired from the hill.",
        ),
        (
            "The bridge was opened on Tuesday, not on Monday as the town had announced.",
            "The town had announced that the bridge would be opened on Monday, but it was Tuesday "
            "before that happened.",
        ),
        (
            'She said that its men had not fired on Dolm "on Sunday or any other day" since May.',
            'Neither "on Sunday" nor "on any other day" since May had its men fired on Dolm.',
        ),
        # Denied in the next sentence, by a clause of its own, or beside what was announced
        (
            'They have to give back 480 cows by April. "We will not make it by then," he said.',
            "He said that the cows would not be given back by April.",
        ),
        (
            "No breach was found. This does not mean that no guards were there.",
            "That no breach was found does not mean that no guards were there.",
        ),
        (
            "The council has announced that it will bring 1,200 cows. On Sunday, 1,340 came.",
            "The council brought 140 more cows than the 1,200 that it had announced.",
        ),
        # A *not* with an opposite is in other words what another is; a *but* says what was so
        (
            "An alleged breach does not release the other party from its duties.",
            "An alleged breach does not free the other party from its duties.",
        ),
        (
            "The council postponed the money.",
            "The council had not refused the money but had postponed it.",
        ),
        ("Not all farmers are against the order.", "Some of the farmers do not oppose the order."),
        # What the next sentence calls untrue
        (
            "You have heard that the search will be called off. This is not true.",
            "The minister denied that the search would be called off.",
        ),
    ],
)
def test_a_denial_that_leaves_it_open(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == []


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("Rosters shall be posted early.", "Shifts must be cut and rosters posted early."),
        ("Late claims shall be refused.", "A late claim counts as refused."),
        ("We will see it in use on Monday.", "She expected to see it used on Monday."),
        ("It is ready as soon as a date is set.", "Once a date is set, it will be ready."),
        ("The talks on a barrier are not affected.", "They will not drop the talks on a barrier."),
        ("27 fell ill since May from smoked fish.", "Fish that was smoked made 27 ill."),
        ("The boats would not leave the harbour.", "The boats would remain in the harbour."),
        (
            "The loss of an animal shall be compensated at 240 marks for a sheep.",
            "The agreement sets compensation at 240 marks for a lost sheep.",
        ),
    ],
)
def test_participles_and_opposites_have_no_mood_of_their_own(passage: str, sentence: str) -> None:
    assert told(passage, sentence) == []


def test_what_sources_do_not_tell_is_not_asked() -> None:
    sentence = "The bridge was not opened in May."
    assert told("The bridge was opened in May.", sentence, StatementKind.GAP) == []


@pytest.mark.parametrize(
    ("passage", "sentence", "expected"),
    [
        ("at least 40 boats", "At most 40 boats", ["FCT203"]),
        ("more than 40 boats", "Fewer than 40 boats", ["FCT203"]),
        ("nearly 40 boats", "More than 40 boats", ["FCT203"]),
        ("about 40 boats", "More than 40 boats", ["FCT203"]),
        # The one is asked for where the other is a fault, and a verb may set a bound.
        ("fewer than three signatures", "At least three signatures", []),
        ("40 boats", "More than 40 boats", []),
        ("at least 40 boats", "40 or more boats", []),
        ("No more than 40 boats may moor", "Not more than 40 boats may moor", []),
        ("Nobody took more than 40 boats", "They took fewer than 40 boats", []),
    ],
)
def test_opposite_bounds(passage: str, sentence: str, expected: list[str]) -> None:
    reading, there = read(sentence, KNOWN), ground(passage)
    same = [(number, there) for number in there.reading.numbers]
    misses = hedge_misses(reading, reading.numbers[0], same)
    assert [miss.code.id for miss in misses] == expected
