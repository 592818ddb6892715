//! The checks of the documents in Danish.

use rust_decimal::Decimal;

use super::super::common::Tally;
use super::super::findings::{Disagreement, Explained, FindingWords};
use super::{Danish, NUMBERS};
use crate::format::DANISH;
use engine::findings::{Check, Column, Evidence, Kind, Value, Weight};
use model::note::CountUnit;

impl FindingWords for Danish {
    fn weight(&self, weight: Weight) -> &'static str {
        match weight {
            Weight::Money => "Penge",
            Weight::Target => "Mål og målgrupper",
            Weight::Conclusion => "Konklusioner",
            Weight::Wording => "Ord og form",
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Granted => "Foreslået og bevilget",
            Kind::Edition => "Samme række i to udgaver",
            Kind::Committee => "Hvem der betaler",
            Kind::Series => "Samme bevilling i to notater",
            Kind::Sum => "En sum og dens dele",
            Kind::Repeated => "Samme beløb i to tabeller",
            Kind::Statement => "Beløb i teksten og i tabellen",
            Kind::Sentences => "Beløb i to sætninger",
            Kind::Posts => "Pris på samme slags årsværk",
            Kind::PriceRise => "Pris på et årsværk fra notat til notat",
            Kind::Count => "Antal i to sætninger",
            Kind::Consultants => "Konsulenter, borgere og sagsstamme",
            Kind::Appropriation => "Bevilling",
            Kind::Key => "Fordelingsnøgler",
            Kind::Result => "Mål og måling",
            Kind::FollowUp => "Lovet opfølgning",
            Kind::Vanished => "Mål, der er væk",
            Kind::Target => "Mål to steder",
            Kind::ChangedTarget => "Mål, der er ændret",
            Kind::Population => "Målgruppe to steder",
            Kind::Payback => "Den trykte tilbagebetaling, som teksten er læst",
            Kind::Judgement => "Rosende ord og målinger",
            Kind::Unchanged => "”Uændret” og ændringer",
            Kind::Joined => "Lagt sammen, men stadig for sig",
            Kind::Residual => "Effekt efter indsatsen",
            Kind::Area => "Styringsområde",
            Kind::PriceBase => "Hvert års priser",
            Kind::Years => "Årstal i teksten og i tabellen",
            Kind::Title => "Overskrift og rækker",
            Kind::Numbering => "Tabellernes numre",
            Kind::EmptyColumn => "Tomme kolonner",
        }
    }

    fn remedy(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Granted => {
                "Forsiden viser begge: forslaget i notatets priser, bevillingen som tabellen har den. Regneren følger forslaget."
            }
            Kind::Edition => "Hver udgave regnes med sine egne tal.",
            Kind::Committee => "Hvert notat regnes med det udvalg, det selv har.",
            Kind::Series => "Forsiden viser det nyeste notats tal.",
            Kind::Sum => "Regneren lægger rækkerne sammen selv.",
            Kind::Repeated | Kind::Statement | Kind::Sentences | Kind::Years => {
                "Regneren følger tabellen med aktiviteter."
            }
            Kind::Posts => "Hver række regnes med sin egen pris.",
            Kind::PriceRise => {
                "Hvert notat regnes med sine egne priser. Prisniveauet er heller ikke det samme, men det er ens for alle rækkerne i et notat."
            }
            Kind::Count => "Hvert notat regnes med sit eget antal. Står der intet andet, gælder det hvert år.",
            Kind::Consultants => "Antallet af konsulenter følger borgerne og sagsstammen.",
            Kind::Appropriation => "Bevillingen vises, men indgår ikke i regnestykket.",
            Kind::Key => "Regneren deler udgiften, som tabellens beløb gør.",
            Kind::Result => "Regneren bruger målet. Målingen kan vælges i stedet.",
            Kind::FollowUp => "Regneren har kun mål at regne med, hvor der ikke er målt.",
            Kind::Vanished | Kind::Target | Kind::ChangedTarget => "Hvert notat regnes med sit eget mål.",
            Kind::Population => "Hvert notat regnes med sit eget antal borgere. Målgruppen indgår ikke i regnestykket.",
            Kind::Payback => "Regneren viser begge tal.",
            Kind::Judgement => "Regneren følger målet og målingen, ikke ordene.",
            Kind::Unchanged => "Hvert notat regnes med sine egne rækker og mål.",
            Kind::Joined => "Indsatserne vises hver for sig, fordi pengene er bevilget hver for sig.",
            Kind::Residual => "Regneren læser den som en andel af borgerne, for det giver tabellens beløb.",
            Kind::Area => "Hver række regnes under det område, tabellen med aktiviteter har.",
            Kind::PriceBase => "Beløbene vises, som tabellen har dem. Intet er regnet om.",
            Kind::Title | Kind::Numbering => "Tabellen vises med de rækker, den har.",
            Kind::EmptyColumn => "En tom kolonne tæller ikke med.",
        }
    }

    fn evidence(&self, evidence: Evidence) -> Option<&'static str> {
        match evidence {
            Evidence::Independent => None,
            Evidence::Fitted => Some("beviser intet, for den ene side er regnet ud fra den anden"),
            Evidence::Trivial => Some("rækken lægger sine egne ens tal sammen"),
            Evidence::OnePart => Some("summen har kun ét led"),
        }
    }

    fn tally(&self, checks: &[Check]) -> String {
        let tally = Tally::of(checks);
        let count = |number: usize| DANISH.exact(Decimal::from(number));
        let unknown = match tally.unknown {
            0 => String::new(),
            unknown => format!(", og {} kan ikke afgøres", count(unknown)),
        };
        let together = if tally.facts == tally.differ {
            String::new()
        } else {
            let facts = NUMBERS.counted(Decimal::from(tally.facts), ("forhold", "forhold"));
            format!(" Dem, der ikke stemmer, handler om {facts}; det, der følger af hinanden, står samlet.")
        };
        let trivial = match tally.trivial {
            0 => String::new(),
            trivial => format!(
                " {} af {} lægger kun en rækkes egne ens tal sammen.",
                count(trivial),
                NUMBERS.counted(Decimal::from(tally.sums), ("sum", "summer")),
            ),
        };
        let one_part = match tally.one_part {
            0 => String::new(),
            one_part => format!(" {} kun ét led.", NUMBERS.counted(Decimal::from(one_part), ("sum har", "summer har"))),
        };
        let fitted = match tally.fitted {
            0 => String::new(),
            fitted => format!(
                " {} beviser intet, for den ene side er regnet ud fra den anden.",
                NUMBERS.counted(Decimal::from(fitted), ("kontrol", "kontroller")),
            ),
        };
        format!(
            "{} med {}: {} stemmer, {} stemmer ikke{unknown}.{together}{trivial}{one_part}{fitted}",
            NUMBERS.counted(Decimal::from(tally.checks), ("kontrol", "kontroller")),
            NUMBERS.counted(Decimal::from(tally.comparisons), ("sammenligning", "sammenligninger")),
            count(tally.agree),
            count(tally.differ),
        )
    }

    fn disagreement(&self, disagreement: &Disagreement<'_>) -> String {
        let Disagreement { kind, first, second, when, left, right, values, .. } = *disagreement;
        let about = disagreement.about.unwrap_or("indsatsen");
        let to = disagreement.about.map(|about| format!(" til {about}")).unwrap_or_default();
        let all = if disagreement.about.is_none() { "i alt " } else { "" };
        let elsewhere = second.unwrap_or("en anden del af notatet");
        match kind {
            Kind::Granted => {
                format!("{first} foreslog {all}{left}{when}{to}. Ifølge {elsewhere} blev der bevilget {right}")
            }
            Kind::Edition => format!("{first} har {left}{when}{to}; {elsewhere} har {right}"),
            Kind::Committee => match second {
                Some(second) => format!("{first} lægger udgiften{to} hos {left}. I {second} ligger den hos {right}"),
                None => format!(
                    "{first} lægger udgiften{to} hos {left}, men en anden udgift i samme forvaltning hos {right}"
                ),
            },
            Kind::Series => {
                format!("{first} har {all}{left}{when} i tidligere bevillinger{to}; {elsewhere} har {right}")
            }
            Kind::Sum => match disagreement.columns {
                [Column::TotalIn(year)] => format!(
                    "{first} har {left} i kolonnen {year}. Det ligner rækkens sum over årene, men den er {right}"
                ),
                _ => format!("{first} har {left} som sum{to}{when}, men delene giver {right}"),
            },
            Kind::Repeated => format!("{first} har {left}{to}{when} i den ene tabel og {right} i den anden"),
            Kind::Statement => format!("{first} skriver {left}{to} i teksten, men tabellen har {right}{when}"),
            Kind::Sentences => format!("{first} skriver {left}{to} ét sted og {right} et andet"),
            Kind::Posts => match second {
                Some(second) => format!("{first} har {left}{to}; {second} har {right}"),
                None => format!("{first} har to priser{to}: {left} og {right}"),
            },
            Kind::PriceRise => {
                format!(
                    "Mellem {first} steg prisen på et årsværk med {left}, men med {right}. Notaterne siger ikke hvorfor"
                )
            }
            Kind::Count => match second {
                Some(second) => format!("{first} siger {left} {about}. {second} siger {right}"),
                None => format!("{first} siger {left} {about} ét sted og {right} et andet"),
            },
            Kind::Consultants => format!("{first} oplyser {left}{to}, men borgerne og sagsstammen giver {right}"),
            Kind::Appropriation => appropriation(disagreement),
            Kind::Key => {
                format!("{first} deler den samme udgift efter nøgler, der tilsammen giver {left} og ikke {right}")
            }
            Kind::Result => match second {
                Some(second) => format!("Målet i {first}: {left}. Målt, ifølge {second}: {right}"),
                None => format!("Målet i {first}: {left}. Målt: {right}"),
            },
            Kind::FollowUp => {
                format!("{first} lovede {left}. I de senere notater mangler {} af dem: {right}", missing(values))
            }
            Kind::Vanished => format!(
                "{first} havde et mål for {about}: {left}. {elsewhere} beder om {right} om året til det samme og har intet \
                 mål for det"
            ),
            Kind::Target | Kind::ChangedTarget => match second {
                Some(second) => format!("Målet for {about} i {first}: {left}. I {second}: {right}"),
                None => format!("Målet for {about} i {first}: {left}. Et andet sted i notatet: {right}"),
            },
            Kind::Population => match second {
                Some(second) => format!("Målgruppen for {about} i {first}: {left}. I {second}: {right}"),
                None => format!("Målgruppen for {about} i {first}: {left}. Et andet sted i notatet: {right}"),
            },
            Kind::Payback => {
                format!("Notatet skriver {left}, men tabellerne og vores regel for årene efter dem giver {right}")
            }
            Kind::Judgement => match values {
                [_, Value::Said(_)] => format!("Samme notat siger også: {right}"),
                _ => format!("{first} siger: {left}. Målingen blev {right}"),
            },
            Kind::Unchanged => match values {
                [Value::Target(..), _] => format!("Målet er et andet. Før: {left}. Nu: {right}"),
                _ => format!("{first} siger: {left}. Men noget er nyt: {right}"),
            },
            Kind::Joined => {
                format!("{first} siger: {left}. Men {elsewhere} har {right} om året til {about} alene")
            }
            Kind::Residual => format!(
                "{first} regner med {left} efter indsatsen. Det kan læses som {left} af effekten, men beløbene svarer til \
                 {right} af effekten, altså {left} af borgerne"
            ),
            Kind::Area => match second {
                Some(second) => format!("{first} lægger {about} under {left}; {second} under {right}"),
                None => format!("{first} lægger {about} under {left} ét sted og under {right} et andet"),
            },
            Kind::PriceBase => format!(
                "{first} mærker tidligere bevillinger ”løbende p/l”, altså hvert års priser. Men beløbene står stille: {right}"
            ),
            Kind::Years => format!("{first} skriver {left} i teksten om {about}, men tabellen har {right}"),
            Kind::Title => {
                format!("Overskriften på en tabel i {first} nævner {left}, men rækkerne handler også om {right}")
            }
            Kind::Numbering => numbering(disagreement),
            Kind::EmptyColumn => {
                format!("En tabel i {first} har en kolonne for {left}, men kun beløb for {right}")
            }
        }
    }

    fn explained(&self, explained: &Explained<'_>) -> String {
        match explained {
            Explained::LeavesOut(amount, row) => format!("Forskellen er netop de {amount} i rækken {row}"),
            Explained::WithAmountOf(year, amount, document) => {
                format!("Summen passer, hvis beløbet i {year} er {amount}, som {document} har")
            }
            Explained::FitsIn(document) => format!("Det passer med tabellen i {document}"),
            Explained::FitsTotal(amount, row) => {
                format!("Beløbet passer med de {amount}, der blev bevilget tidligere: {row}")
            }
            Explained::OtherSentence(years) => format!("Et andet sted i notatet står der {years}"),
            Explained::EmptyColumn(year) => format!("En tabel i notatet har en tom kolonne for {year}"),
            Explained::OtherPosts(left, right) => {
                format!("Et årsværk koster det samme; den ene udgave har {left} og den anden {right}")
            }
            Explained::OtherDefinition => "Mål og måling er ikke opgjort på samme måde".to_owned(),
            Explained::OtherPrices(year) => {
                format!("Forslaget er i {year}-priser; bevillingen er mærket som hvert års priser")
            }
            Explained::Proposed(document) => format!("{document} foreslog præcis et sådant beløb i faste priser"),
            Explained::UpperEnd(share) => {
                format!("Notatets øvre ende, {share}, er hele effekten; så falder den slet ikke, når indsatsen stopper")
            }
            Explained::Says(says) | Explained::Searched(says) => (*says).to_owned(),
        }
    }

    fn posts_from(&self, document: &str) -> String {
        format!("Den ene række har ikke selv et antal årsværk; her er det fra {document}")
    }

    fn undecided(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::FollowUp => "kan ikke afgøres: der er endnu ikke et senere notat, der kunne have svaret",
            Kind::Judgement => "kan ikke afgøres: notatet har ingen måling at holde ordene op imod",
            Kind::Unchanged => "kan ikke afgøres: sætningen siger ikke, hvilke rækker den gælder",
            _ => "kan ikke afgøres: der mangler et tal",
        }
    }

    fn rise(&self, name: &str, rise: &str) -> String {
        format!("{rise} for {name}")
    }

    fn off_by(&self, difference: &str) -> String {
        format!("Forskellen er {difference}")
    }

    fn short_by(&self, points: &str) -> String {
        format!("Det er {points} procentpoint under målet")
    }

    fn all_editions(&self, note: &str, editions: usize) -> String {
        format!("{note} ({} udgaver)", if editions == 2 { "begge" } else { "alle" })
    }

    fn in_columns(&self, span: &str, years: usize, in_all: bool) -> String {
        match (years, in_all) {
            (0, _) => " over alle år".to_owned(),
            (1, false) => format!(" i {span}"),
            (_, false) => format!(" om året i {span}"),
            (_, true) => format!(" i {span} og over alle år"),
        }
    }

    fn number(&self, number: Decimal, unit: CountUnit, a_year: bool) -> String {
        let number = match unit {
            CountUnit::Share => DANISH.percent(number),
            CountUnit::People | CountUnit::Posts | CountUnit::Talks => DANISH.exact(number),
        };
        if a_year { format!("{number} om året") } else { number }
    }

    fn against(&self, share: &str, target: &str) -> String {
        format!("{share} mod et mål på {target}")
    }

    fn unmoved(&self, amount: &str, span: &str) -> String {
        format!("{amount} i {span}")
    }

    fn charged_to(&self, appropriation: Option<&str>) -> String {
        appropriation.map_or_else(|| "ingen bevilling".to_owned(), |appropriation| format!("bevilling {appropriation}"))
    }

    fn follow_ups(&self, number: usize) -> String {
        NUMBERS.counted(Decimal::from(number), ("opfølgning", "opfølgninger"))
    }

    fn full_time_posts(&self, posts: Decimal) -> String {
        NUMBERS.counted(posts, ("årsværk", "årsværk"))
    }
}

/// The number of follow-ups that are missing.
fn missing(values: [&Value; 2]) -> String {
    match values {
        [_, Value::Said(missing)] => DANISH.exact(Decimal::from(missing.len())),
        _ => String::new(),
    }
}

/// The sentence on the appropriations of rows.
fn appropriation(disagreement: &Disagreement<'_>) -> String {
    let Disagreement { first, second, left, right, values, .. } = *disagreement;
    let at = disagreement.about.map(|about| format!(" ved {about}")).unwrap_or_default();
    match second {
        Some(second) if disagreement.about.is_none() => {
            format!("{first} har {left} ved rækker, hvor {second} har {right}")
        }
        Some(second) => format!("{first} har {left}{at}. {second} har {right}"),
        None if matches!(values, [Value::Appropriation(None), _]) => {
            format!("{first} har {left} ved nogle rækker; andre rækker har en, for eksempel {right}")
        }
        None => format!("{first} er læst, som om der står {left}{at}, men meningen må være {right}"),
    }
}

/// The sentence on the numbers of tables.
fn numbering(disagreement: &Disagreement<'_>) -> String {
    let Disagreement { first, left, right, values, .. } = *disagreement;
    match values {
        [Value::Empty, _] => format!("{first} springer tabel {right} over"),
        [one, other] if one == other => format!("{first} har to tabeller med nummer {left}"),
        _ => format!("{first} har en tabel {left}, men ingen tabel {right}"),
    }
}
