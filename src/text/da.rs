//! Danish.

use rust_decimal::Decimal;

use super::{Figure, Labels, Phrase, Wording};
use crate::audit::{Check, Column, Compared, Kind, Value, Verdict};
use crate::derive::Interval;
use crate::evaluate::Perspective;
use crate::figures::PublishedCheck;
use crate::format::{DANISH, Locale, NO_BREAK, Unreadable};
use crate::link::Notice;
use crate::money::Thousands;
use crate::note::{
    Administration, Area, Committee, Document, Driver, Group, Line, Measured, Note, Origin, PublishedBasis, Source,
    Target, Unit, Year,
};
use crate::payback::Payback;
use crate::say::{Answer, Difference};
use crate::scenario::{PostsCount, Rejection};

/// The Danish wordings.
pub(super) struct Danish;

/// Each changed driver is named up to so many; beyond it they are counted.
const NAMED_CHANGES: usize = 3;

static LABELS: Labels = Labels {
    site: "Indsatsregner",
    navigation: "Sider",
    overview: "Overblik",
    overview_title: "Tolv år med de samme indsatser",
    overview_help: "Hvad hver indsats er foreslået og har fået, år for år. Beløbene står i hvert notats egne priser og er ikke \
                    regnet om, så højderne kan kun sammenlignes løst hen over årene.",
    granted: "bevilget",
    own_prices: "i hvert års egne priser",
    proposed: "foreslået",
    proposals: "Notater",
    aims: "Mål og målinger",
    as_table: "Tallene som tabel",
    findings: "Uenigheder",
    findings_help: "Notaterne siger ikke altid det samme, hverken som hinanden eller som sig selv. Her lægges alt det, der burde \
                    stemme, ved siden af hinanden.",
    all_documents: "alle notater",
    show: "Vis",
    agreeing: "Det, der stemmer, og det, der ikke kan afgøres",
    touched: "uenighed",
    other_notes: "Andre notater og udgaver",
    efforts: "Indsatserne hver for sig",
    effort: "Indsats",
    citizens: "Borgere",
    per_citizen: "Pr. borger",
    per_outcome: "Pr. borger i job",
    borrow_title: "Besparelser",
    borrow_help: "Notatet oplyser ingen besparelser. Business casen fra 2018 gør, og dens besparelse pr. borger i job kan lånes \
                  til IPS-indsatsen. Den er i 2018-priser og gælder kontanthjælpsmodtagere. Alt lånt er mærket.",
    borrow: "Lån besparelserne fra 2018",
    give_back: "Fjern de lånte besparelser",
    borrowed_line: " · lånt fra business casen 2018",
    decision: "Det handler notatet om",
    risk: "Risiko ifølge notatet",
    tagline: "Københavns budgetnotater om job og behandling. Skru på et tal, og se, hvad det betyder.",
    skip_to_answer: "Gå til svaret",
    note_answer: "Svaret",
    drivers: "Forudsætninger",
    restore: "Sæt tilbage",
    restore_all: "Sæt alt tilbage til notatet",
    slider: "skyder",
    source: "Kilde",
    nothing_changed: "Skru på et tal, så står der her, hvad det ændrer.",
    key_figures: "Nøgletal",
    payback_total: "Tjent hjem, alt talt med",
    payback_service: "Tjent hjem på service alene",
    cost_a_year: "Udgift om året",
    cost_per_citizen: "Udgift pr. borger om året",
    cost_per_outcome: "Udgift pr. borger i job eller uddannelse",
    posts: "Årsværk",
    count_posts: "Konsulenter regnes i",
    chart: "Udgifter minus besparelser, lagt sammen år for år",
    chart_help: "Over nul er der brugt mere, end der er sparet. Indsatsen er tjent hjem, når linjen når nul.",
    chart_reader: "dit regnestykke",
    chart_note: "notatet",
    chart_as_table: "Tallene i kurven som tabel",
    year: "År",
    chart_unit: "mio. kr.",
    paid_back_in: "tjent hjem i",
    sides: "Hvem betaler, og hvem sparer",
    sides_help: "Den, der betaler, er ofte ikke den, der sparer. Beløb i 1.000 kr., lagt sammen over alle år.",
    who: "Set fra",
    costs: "Udgifter",
    savings: "Besparelser",
    net: "Netto",
    paid_back: "Tjent hjem",
    table: "Notatets tabel, regnet efter",
    table_help: "Beløb i 1.000 kr. Besparelser har minus. Ændrede beløb er understreget, med notatets beløb nedenunder.",
    activity: "Aktivitet",
    in_all: "I alt",
    changed: "ændret",
    copy_link: "Kopiér link",
    link_copied: "Linket er kopieret.",
    link_by_hand: "Browseren ville ikke kopiere. Her er linket:",
    link_notices: "Noget i linket kunne ikke bruges",
    dismiss: "Luk",
    cannot_compute: "Det kan ikke regnes ud med de tal. Sæt et af dem tilbage.",
    no_notes: "Siden kunne ikke læse sine egne data. Hent den igen; bliver det ved, er det en fejl hos os.",
    about: "Alt regnes ud i din browser, og intet sendes nogen steder hen. Tallene er Københavns Kommunes egne; \
            teksten er vores.",
};

impl Danish {
    fn join(parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} og {last}", first.join(", ")),
        }
    }

    /// "1 år", "146 år".
    fn years(years: Decimal) -> String {
        format!("{}{NO_BREAK}år", DANISH.exact(years))
    }

    fn citizens(citizens: Decimal) -> String {
        let noun = if citizens == Decimal::ONE { "borger" } else { "borgere" };
        format!("{}{NO_BREAK}{noun}", DANISH.exact(citizens))
    }

    /// "er den tjent hjem i 2021" and the like, for after and before a change.
    fn outcome(payback: Payback) -> String {
        match payback {
            Payback::Reached { year, .. } => format!("{year}"),
            Payback::Never | Payback::NoSavings => "aldrig".to_owned(),
            Payback::NoCosts => "straks".to_owned(),
        }
    }

    fn change(driver: &Driver, value: Decimal) -> String {
        let (name, _) = driver.mention.get("da");
        let digits = |value| match driver.unit {
            Unit::Share => DANISH.percent(value),
            unit => DANISH.field(value, unit),
        };
        let unit = match driver.unit {
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear => " kr.",
            Unit::Years => " år",
            Unit::Citizens | Unit::CitizensPerPost | Unit::Posts | Unit::Share | Unit::Factor => "",
        };
        format!("{name} fra {} til {}{}", digits(driver.value), digits(value), unit.replace(' ', "\u{a0}"))
    }
}

/// "2022–2025: ", "I alt: ", or nothing for a whole row.
fn columns_in_words(columns: &[Column]) -> String {
    let mut spans: Vec<(Year, Year)> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for column in columns {
        match column {
            Column::Year(year) => match spans.last_mut() {
                Some((_, last)) if last.saturating_add(1) == *year => *last = *year,
                _ => spans.push((*year, *year)),
            },
            Column::Total => words.push("I alt".to_owned()),
            Column::Whole => {}
        }
    }
    let span =
        |(first, last): (Year, Year)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    let words: Vec<String> = spans.into_iter().map(span).chain(words).collect();
    if words.is_empty() { String::new() } else { format!("{}: ", words.join(", ")) }
}

/// The first letter in upper case.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Wording for Danish {
    fn code(&self) -> &'static str {
        "da"
    }

    fn locale(&self) -> Locale {
        DANISH
    }

    fn labels(&self) -> &'static Labels {
        &LABELS
    }

    fn answer(&self, answer: &Answer) -> Phrase {
        let with: Vec<String> = [
            answer.citizens.map(Self::citizens),
            answer.effect.map(|effect| format!("{} effekt", DANISH.percent(effect))),
        ]
        .into_iter()
        .flatten()
        .collect();
        let start = if answer.efforts > 1 {
            Phrase::default().plain("De ").strong(answer.efforts.to_string()).plain(" indsatser er tilsammen ")
        } else if with.is_empty() {
            Phrase::default().plain("Indsatsen er ")
        } else {
            Phrase::default().plain("Med ").strong(Self::join(&with)).plain(" er indsatsen ")
        };
        let said = match answer.payback {
            Payback::Reached { years, year } if years == Decimal::ONE => {
                start.plain("tjent hjem ").strong(format!("allerede i {year}")).plain(", det 1. år.")
            }
            Payback::Reached { years, year } if year > u32::from(answer.last) => start
                .strong(format!("først tjent hjem i {year}"))
                .plain(format!(", det {}. år, hvis besparelsen fra {} bliver ved.", DANISH.exact(years), answer.last)),
            Payback::Reached { years, year } => start
                .plain("tjent hjem ")
                .strong(format!("i {year}"))
                .plain(format!(", det {}. år.", DANISH.exact(years))),
            Payback::Never => start.strong("aldrig tjent hjem").plain(": besparelserne når ikke op på udgifterne."),
            Payback::NoSavings => {
                let who = match (answer.efforts, with.is_empty()) {
                    (0 | 1, true) => Phrase::default().plain("Indsatsen koster "),
                    (0 | 1, false) => {
                        Phrase::default().plain("Med ").strong(Self::join(&with)).plain(" koster indsatsen ")
                    }
                    (many, _) => Phrase::default().plain(format!("De {many} indsatser koster tilsammen ")),
                };
                let why = if answer.states_savings {
                    "Der er ingen besparelser at tjene dem hjem med."
                } else {
                    "Notatet oplyser ingen besparelser, så det siger ikke, hvornår de er tjent hjem."
                };
                who.strong(self.millions(answer.cost)).plain(format!(" i {}. {why}", answer.year))
            }
            Payback::NoCosts => start.strong("gratis").plain(", så der er intet at tjene hjem."),
        };
        if answer.borrowed { said.plain(" Besparelserne er lånt fra 2018.") } else { said }
    }

    fn difference(&self, difference: &Difference<'_>) -> Phrase {
        let mut changes: Vec<String> =
            difference.changes.iter().map(|(driver, value)| Self::change(driver, *value)).collect();
        if let Some(posts) = difference.posts {
            changes.push(format!("konsulenter regnet i {}", self.posts_count(posts)));
        }
        let more = changes.len().saturating_sub(NAMED_CHANGES);
        if more > 0 {
            changes.truncate(NAMED_CHANGES);
            changes.push(if more == 1 { "1 ændring mere".to_owned() } else { format!("{more} ændringer mere") });
        }
        let start = Phrase::default().plain(sentence(&Self::join(&changes)));
        let (before, after) = difference.payback;
        let (before, after) = (Self::outcome(before), Self::outcome(after));
        let (net_before, net_after) = difference.net;
        let net = |net: Thousands| format!("{} mio.{NO_BREAK}kr.", self.millions_number(net));
        if before != after {
            return start
                .plain(" flytter tilbagebetalingen fra ")
                .plain(before)
                .plain(" til ")
                .strong(after)
                .plain(".");
        }
        let start = start.plain(format!(" flytter ikke tilbagebetalingen ({after})"));
        if net_before == net_after {
            start.plain(" og heller ikke nettobeløbet.")
        } else {
            start.plain(format!(", men nettobeløbet fra {} til ", net(net_before))).strong(net(net_after)).plain(".")
        }
    }

    fn answer_in_short(&self, payback: Payback) -> String {
        match payback {
            Payback::Reached { years, year } => format!("Tjent hjem i {year}, det {}. år", DANISH.exact(years)),
            Payback::Never => "Aldrig tjent hjem".to_owned(),
            Payback::NoSavings => "Ingen besparelser".to_owned(),
            Payback::NoCosts => "Ingen udgifter".to_owned(),
        }
    }

    fn note_line(&self, note: Note<'_>) -> String {
        let (name, _) = note.variant.name.get("da");
        format!(
            "{name} · {}–{} · {}-priser, ikke omregnet",
            note.variant.first, note.variant.last, note.document.price_level
        )
    }

    fn group(&self, group: Group) -> &'static str {
        match group {
            Group::Citizens => "Borgere og sagsstamme",
            Group::Staff => "Årsværk, og hvad de koster om året",
            Group::Effect => "Effekt",
            Group::Savings => "Besparelser om året pr. borger i job eller uddannelse",
            Group::Period => "Periode",
        }
    }

    fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Citizens | Unit::CitizensPerPost => "borgere",
            Unit::Posts => "årsværk",
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear => "kr.",
            Unit::Share => "%",
            Unit::Years => "år",
            Unit::Factor => "gange",
        }
    }

    fn value(&self, value: Decimal, unit: Unit) -> String {
        match unit {
            Unit::Share => DANISH.percent(value),
            Unit::Citizens | Unit::CitizensPerPost => Self::citizens(value),
            _ => format!("{}{NO_BREAK}{}", DANISH.field(value, unit), self.unit(unit)),
        }
    }

    fn published(&self, value: &str) -> String {
        format!("notatet: {value}")
    }

    fn restore_driver(&self, name: &str, value: &str) -> String {
        format!("Sæt {name} tilbage til notatets {value}")
    }

    fn origin(&self, origin: &Origin) -> &'static str {
        match origin {
            Origin::Stated(_) => "står i notatet",
            Origin::Derived { .. } => "udledt af notatet",
            Origin::Borrowed { .. } => "lånt fra et andet notat",
            Origin::Assumed { .. } => "antaget af os",
        }
    }

    fn place(&self, file: &str, source: &Source) -> String {
        let place = if source.place.starts_with(char::is_numeric) {
            format!("afsnit {}", source.place)
        } else {
            source.place.clone()
        };
        match &source.row {
            Some(row) => format!("{file}, {place}, rækken ”{row}”"),
            None => format!("{file}, {place}"),
        }
    }

    fn interval(&self, interval: Interval, unit: Unit) -> String {
        let scaled = |value: Decimal| value.checked_mul(unit.scale()).unwrap_or(value);
        let (low, below) = (DANISH.rounded(scaled(interval.low), 0), DANISH.rounded(scaled(interval.below), 0));
        format!("Alle tal mellem {low} og {below}{NO_BREAK}kr. giver de beløb, der er trykt.")
    }

    fn use_alternative(&self, name: &str, value: &str) -> String {
        format!("Brug {name}: {value}")
    }

    fn posts_count(&self, posts: PostsCount) -> &'static str {
        match posts {
            PostsCount::Exact => "brøkdele",
            PostsCount::Half => "halve årsværk",
            PostsCount::Whole => "hele årsværk",
        }
    }

    fn payback(&self, payback: Payback, interpolated: Payback) -> Figure {
        match (payback, interpolated) {
            (Payback::Reached { years, year }, Payback::Reached { years: exact, .. }) => Figure {
                value: year.to_string(),
                detail: format!("{}. år ({} efter {})", DANISH.exact(years), "nul nås", Self::years(exact.round_dp(2))),
            },
            (Payback::Reached { years, year }, _) => {
                Figure { value: year.to_string(), detail: format!("{}. år", DANISH.exact(years)) }
            }
            (Payback::Never, _) => {
                Figure { value: "Aldrig".to_owned(), detail: "besparelserne når ikke op på udgifterne".to_owned() }
            }
            (Payback::NoSavings, _) => Figure {
                value: "Ikke til at sige".to_owned(),
                detail: "der er ingen besparelser i regnestykket".to_owned(),
            },
            (Payback::NoCosts, _) => Figure { value: "Straks".to_owned(), detail: "der er ingen udgifter".to_owned() },
        }
    }

    fn payback_in_short(&self, payback: Payback) -> String {
        match payback {
            Payback::Reached { years, year } => format!("{year} ({}. år)", DANISH.exact(years)),
            Payback::Never => "aldrig".to_owned(),
            Payback::NoSavings => "ikke til at sige".to_owned(),
            Payback::NoCosts => "ingen udgifter".to_owned(),
        }
    }

    fn published_payback(&self, check: &PublishedCheck) -> Option<String> {
        if check.agrees() {
            return None;
        }
        let (costs, savings, last) = check.cells;
        let what = match check.basis {
            PublishedBasis::Total => "alt talt med",
            PublishedBasis::Service => "på service alene",
        };
        let left = costs.plus(savings);
        let tables = match check.computed {
            Payback::Reached { years, .. } => format!("giver {}", Self::years(years)),
            Payback::Never | Payback::NoSavings => "giver aldrig".to_owned(),
            Payback::NoCosts => "har ingen udgifter".to_owned(),
        };
        Some(format!(
            "Notatet skriver {} {what}. Dets egne tabeller {tables}: udgifter på {} minus besparelser på {} efterlader {} \
             (1.000 kr.), og derefter spares {} om året.",
            Self::years(Decimal::from(check.printed)),
            DANISH.cell(costs),
            DANISH.cell(savings.negated()),
            DANISH.cell(left),
            DANISH.cell(last.negated()),
        ))
    }

    fn net_over(&self, (first, last): (Year, Year)) -> String {
        format!("Netto {first}–{last}")
    }

    fn net_amount(&self, net: Thousands) -> Figure {
        let detail = match net.cmp(&Thousands::ZERO) {
            std::cmp::Ordering::Less => "besparelse i alt",
            std::cmp::Ordering::Equal => "går lige op",
            std::cmp::Ordering::Greater => "udgift i alt",
        };
        Figure { value: self.millions(net), detail: detail.to_owned() }
    }

    fn millions(&self, amount: Thousands) -> String {
        format!("{}{NO_BREAK}mio.{NO_BREAK}kr.", self.millions_number(amount))
    }

    fn kroner(&self, thousands: Option<Decimal>) -> String {
        match thousands.and_then(|amount| amount.checked_mul(Decimal::ONE_THOUSAND)) {
            Some(kroner) => format!("{}{NO_BREAK}kr.", DANISH.rounded(kroner, 0)),
            None => "kan ikke regnes ud".to_owned(),
        }
    }

    fn in_year(&self, year: Year) -> String {
        format!("i {year}")
    }

    fn of_which_consultants(&self, consultants: Decimal) -> String {
        let noun = if consultants == Decimal::ONE { "konsulent" } else { "konsulenter" };
        format!("heraf {}{NO_BREAK}{noun}", DANISH.rounded(consultants, 2))
    }

    fn perspective(&self, perspective: Perspective) -> &'static str {
        match perspective {
            Perspective::Total => "Kommunen i alt",
            Perspective::Service => "Service alene",
            Perspective::Committee(Committee::Biu) => "Beskæftigelses- og Integrationsudvalget",
            Perspective::Committee(Committee::Sud) => "Socialudvalget",
            Perspective::Committee(Committee::Sou) => "Sundheds- og Omsorgsudvalget",
        }
    }

    fn area(&self, area: Area) -> &'static str {
        match area {
            Area::Service => "Service",
            Area::Transfers => "Overførsler",
            Area::Programme => "Indsats (EI)",
            Area::DemandLedTransfers => "Efterspørgselsstyrede overførsler (EO)",
        }
    }

    fn unreadable(&self, reason: Unreadable, unit: Unit) -> String {
        let example = match unit {
            Unit::Share => "12,5",
            Unit::CostPerPost | Unit::AmountPerYear | Unit::AmountPerOutcome => "125.000",
            Unit::Citizens | Unit::CitizensPerPost | Unit::Posts | Unit::Years => "12",
            Unit::Factor => "1,2",
        };
        match reason {
            Unreadable::Empty => format!("Skriv et tal, f.eks. {example}."),
            Unreadable::NotANumber => format!("Det kan ikke læses som et tal. Skriv f.eks. {example}."),
            Unreadable::TooLarge => "Tallet er for stort at regne med.".to_owned(),
        }
    }

    fn rejected(&self, rejection: Rejection, driver: &Driver) -> String {
        let value = |limit| self.value(limit, driver.unit);
        match rejection {
            Rejection::NoSuchDriver => "Notatet har ikke den forudsætning.".to_owned(),
            Rejection::TooLow(low) => format!("Tallet skal være mindst {}.", value(low)),
            Rejection::TooHigh(high) => format!("Tallet kan højst være {}.", value(high)),
            Rejection::TooFine(0) => "Skriv et helt tal.".to_owned(),
            Rejection::TooFine(decimals) => format!("Skriv højst {decimals} decimaler."),
        }
    }

    fn notice(&self, notice: &Notice<'_>) -> String {
        match notice {
            Notice::UnknownScreen(id) => format!("Der er ingen side med navnet ”{id}”."),
            Notice::OtherVersion(version) => {
                format!(
                    "Linket er skrevet i version ”{version}”, og siden her kender version 1. Det, den forstod, er sat ind."
                )
            }
            Notice::UnknownNote(id) => format!("Der er intet notat med navnet ”{id}”. Du ser business casen fra 2018."),
            Notice::UnknownDriver(id) => format!("Notatet har ingen forudsætning med navnet ”{id}”."),
            Notice::Unreadable { driver, value } => {
                format!("{}: ”{value}” kan ikke læses som et tal. Notatets tal står.", driver.name.get("da").0)
            }
            Notice::Rejected { driver, value, rejection } => format!(
                "{}: ”{value}” kan ikke bruges. {} Notatets tal står.",
                driver.name.get("da").0,
                self.rejected(*rejection, driver)
            ),
            Notice::UnknownSavings(id) => format!("Der er ingen besparelser at låne fra ”{id}” til dette notat."),
            Notice::UnknownPosts(value) => format!("Konsulenter kan ikke regnes i ”{value}”. De regnes i brøkdele."),
            Notice::Fragment(part) => format!("”{part}” siger ikke, hvad det hører til."),
            Notice::Repeated(key) => format!("”{key}” står der to gange. Den sidste gælder."),
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Sum => "En sum og dens dele",
            Kind::Repeated => "Samme beløb i to tabeller",
            Kind::Statement => "Beløb i teksten og i tabellen",
            Kind::Years => "Årstal i teksten og i tabellen",
            Kind::Payback => "Trykt og beregnet tilbagebetaling",
            Kind::Posts => "Pris på samme slags årsværk",
            Kind::Series => "Samme bevilling i to notater",
            Kind::Granted => "Foreslået og bevilget",
            Kind::Edition => "Samme række i to udgaver",
            Kind::Committee => "Udvalg i to udgaver",
            Kind::Target => "Mål i to notater",
        }
    }

    fn remedy(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Sum => "Regneren lægger rækkerne sammen selv.",
            Kind::Repeated | Kind::Statement | Kind::Years => "Regneren følger tabellen med aktiviteter.",
            Kind::Payback => "Regneren viser begge tal.",
            Kind::Posts => "Hver række regnes med sin egen pris.",
            Kind::Series => "Forsiden viser det nyeste notats tal.",
            Kind::Granted => {
                "Forsiden viser begge: forslaget i notatets priser, bevillingen i hvert års egne. Regneren følger forslaget."
            }
            Kind::Edition | Kind::Committee => "Hver udgave regnes med sine egne tal.",
            Kind::Target => "Hvert notat regnes med sit eget mål.",
        }
    }

    fn compared_value(&self, value: &Value) -> String {
        match value {
            Value::Cell(cell) => DANISH.cell(*cell),
            Value::Empty => "intet".to_owned(),
            Value::Stated(thousands, _) => {
                let millions = thousands.checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
                format!("{}{NO_BREAK}mio.{NO_BREAK}kr.", DANISH.exact(millions))
            }
            Value::Years(first, last) if first == last => first.to_string(),
            Value::Years(first, last) => format!("{first}–{last}"),
            Value::Payback(Some(years)) => Self::years(*years),
            Value::Payback(None) => "aldrig".to_owned(),
            Value::PerPost(cost) => {
                format!("{}{NO_BREAK}kr. pr. årsværk", DANISH.rounded(cost.saturating_mul(Decimal::ONE_THOUSAND), 0))
            }
            Value::Committees(committees) => {
                let names = committees.iter().map(|committee| self.perspective(Perspective::Committee(*committee)));
                Self::join(&names.map(str::to_owned).collect::<Vec<_>>())
            }
            Value::Target(share, measure) => format!("{} {}", DANISH.percent(*share), measure.get("da").0),
        }
    }

    fn found(&self, check: &Check) -> Vec<String> {
        let sentence = |(columns, compared): (Vec<Column>, &Compared)| {
            let (left, right) = (self.compared_value(&compared.left), self.compared_value(&compared.right));
            let when = columns_in_words(&columns);
            let off = match (&compared.left, &compared.right) {
                (Value::Cell(left), Value::Cell(right)) => left.decimal().checked_sub(right.decimal()),
                (Value::Stated(left, _), Value::Cell(right)) => left.checked_sub(right.decimal()),
                (Value::Payback(Some(left)), Value::Payback(Some(right))) => left.checked_sub(*right),
                _ => None,
            };
            let off = off.map_or_else(String::new, |off| format!(" Forskel: {}.", DANISH.exact(off.abs())));
            match check.kind {
                Kind::Sum => format!("{when}Der er trykt {left}, men delene giver {right}.{off}"),
                Kind::Repeated => format!("{when}Den ene tabel har {left}, den anden {right}.{off}"),
                Kind::Statement => format!("{when}Teksten siger {left}, tabellen {right}.{off}"),
                Kind::Years => format!("Teksten siger {left}, tabellen {right}."),
                Kind::Payback => format!("Der er trykt {left}, men tabellerne giver {right}.{off}"),
                Kind::Posts => format!("Den ene række svarer til {left}, den anden til {right}."),
                Kind::Series | Kind::Edition => format!("{when}Det ene notat har {left}, det andet {right}.{off}"),
                Kind::Granted => format!("{when}Der blev foreslået {left} og bevilget {right}.{off}"),
                Kind::Committee => format!("Den ene udgave lægger udgiften hos {left}, den anden hos {right}."),
                Kind::Target => format!("Det ene notat: {left}. Det andet: {right}."),
            }
        };
        check.grouped(Verdict::Differ).into_iter().map(sentence).collect()
    }

    fn tally(&self, checks: &[Check]) -> String {
        let count = |verdict| checks.iter().filter(|check| check.verdict() == verdict).count();
        let comparisons: usize = checks.iter().map(|check| check.compared.len()).sum();
        let unknown = match count(Verdict::Unknown) {
            0 => String::new(),
            1 => ", og 1 kan ikke afgøres".to_owned(),
            many => format!(", og {many} kan ikke afgøres"),
        };
        format!(
            "{} kontroller med {} sammenligninger: {} stemmer, {} stemmer ikke{unknown}.",
            DANISH.exact(Decimal::from(checks.len())),
            DANISH.exact(Decimal::from(comparisons)),
            DANISH.exact(Decimal::from(count(Verdict::Agree))),
            DANISH.exact(Decimal::from(count(Verdict::Differ))),
        )
    }

    fn aimed(&self, document: &Document, target: &Target) -> String {
        let (measure, follow_up) = (target.measure.get("da").0, target.follow_up.get("da").0);
        format!("{}: målet er {} {measure} (opfølgning: {follow_up})", document.budget, DANISH.percent(target.share))
    }

    fn measured(&self, document: &Document, result: &Measured) -> String {
        let people = result.count.map(|count| count.to_string());
        let reached = result.share.map(|share| DANISH.percent(share)).or(people).unwrap_or_default();
        let (measure, period) = (result.measure.get("da").0, result.period.get("da").0);
        format!("{}: målt {reached} {measure} ({period})", document.budget)
    }

    fn document(&self, document: &Document) -> String {
        // A note with one variant is best known by that; one with scenarios by its title.
        match document.variants.as_slice() {
            [only] => only.name.get("da").0.to_owned(),
            _ => format!("{} ({})", document.title.get("da").0, document.budget),
        }
    }

    fn prices(&self, document: &Document) -> String {
        format!("{}-priser", document.price_level)
    }

    fn carried_by(&self, line: &Line) -> String {
        let administrations = line.administrations.iter().map(|administration| match administration {
            Administration::Bif => "BIF",
            Administration::Sof => "SOF",
            Administration::Suf => "SUF",
        });
        let committees = line.committees.iter().map(|share| match share.committee {
            Committee::Biu => "BIU",
            Committee::Sud => "SUD",
            Committee::Sou => "SOU",
        });
        let joined = |names: Vec<&str>| names.join("/");
        format!("{} · {} · {}", self.area(line.area), joined(administrations.collect()), joined(committees.collect()))
    }

    fn note_name(&self, note: Note<'_>) -> String {
        let (document, variant) = (note.document.title.get("da").0, note.variant.name.get("da").0);
        format!("{document}: {variant}")
    }

    fn foot(&self, version: &str) -> String {
        format!("Indsatsregner {version}")
    }
}

impl Danish {
    /// In millions, with two decimals.
    fn millions_number(&self, amount: Thousands) -> String {
        let millions = amount.decimal().checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
        self.locale().fixed(millions, 2)
    }
}
