//! The wordings in Danish.

mod certainty;
mod findings;

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::common::{
    AskWords, CostWords, CouldExplainWords, LimitWords, NameWords, NetWords, Noun, Numbers, budgets, full_stop, join,
    join_phrases, lending_efforts, rounded, span, spelled_out, uncapitalised, with_closing_comma, year_of,
};
use super::words::{Vocabulary, Words};
use super::{
    AimPart, ColumnLabels, ElsewhereLabels, ExportLabels, Figure, FindingWords, Labels, Meaning, MethodLabels, Passage,
    Phrase, Reading, TablesLabels, Term, Wording, rejoined,
};
use crate::format::{DANISH, NO_BREAK, Unreadable};
use engine::aims::{self, Change};
use engine::also_said::AlsoSaid;
use engine::answer::{Answer, Changed};
use engine::compare::{OutcomesCompared, OutsideService, Pair};
use engine::day::Day;
use engine::explain::{Printed, Quantity};
use engine::figures::{PaybackCheck, Returned};
use engine::iframe::Embed;
use engine::language::Language;
use engine::language::capitalised;
use engine::link::{self, Chapter, Headline, Notice};
use engine::method::{OriginKind, Transcribed};
use engine::notes::CITY;
use engine::pasted::Unusable;
use engine::payback::{Convention, Payback};
use engine::questions::{
    Asker, CheaperScenario, Claim, Consultants, EditionsOf, EndsEarly, Indexed, Money, Reply, Sides, TargetMet,
    Unchanged, WhoPays,
};
use engine::scenario_file::{FileError, Remark};
use engine::sensitivity;
use engine::timeline::Covered;
use model::brackets::Interval;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{
    Administration, Area, Denominator, Document, DocumentName, Driver, DriverIx, FollowUp, Group, Lender, Names, Note,
    Origin, PaybackBasis, Phase, ReadBy, Row, Table, Unit, Year,
};
use model::ordered::each_once;
use model::scenario::{Horizon, PostsCount, Rejection};

/// The language Danish.
pub(super) struct Danish;

const NUMBERS: Numbers = Numbers {
    locale: DANISH,
    millions: "mio.\u{a0}kr.",
    billions: "mia.\u{a0}kr.",
    thousands: "t.kr.",
    kroner: "kr.",
    times: "gange",
};

const ASKS: AskWords = AskWords {
    costs: "Udgifter",
    savings: "Besparelser",
    net: "Udgifter minus besparelser",
    cumulative: "Udgifter minus besparelser, lagt sammen til og med",
    all_years: "alle år",
    paid_back: "Tjent hjem",
    cost: "udgift",
    per_citizen: "udgift pr. plads om året",
    per_outcome: "udgift pr. borger i job eller uddannelse",
    posts: "årsværk",
};

const NET: NetWords = NetWords {
    saving: "nettobesparelsen går fra ",
    cost: "nettoudgiften går fra ",
    turns: "nettobeløbet går fra ",
    to: " til ",
    a_saving: "en besparelse på ",
    a_cost: "en udgift på ",
    nothing: "nul",
};

const COSTS: CostWords = CostWords {
    costs: " koster ",
    more: " mere",
    less: " mindre",
    as_much: "lige så meget",
    a_year: " om året ",
    than: "end ",
    like: "som ",
    and: " og ",
    but: ", men ",
    in_all: " i alt",
    against: " mod ",
    during: " i ",
};

const NAMES: NameWords = NameWords {
    changed: " med ændringer",
    borrowed: " med lånte besparelser",
    both: " med ændringer og lånte besparelser",
    baseline: "som offentliggjort",
    with_changes: "med ændringer",
    mine: "dit regnestykke",
    other: "det andet",
};

const LIMITS: LimitWords = LimitWords {
    at_least: "skal være mindst",
    at_most: "må højst være",
    must_be: "skal være",
    always: "kan være hvad som helst",
    never: "kan ikke gøre det alene, uanset tallet",
    between: "mellem",
    to: "og",
    or: "eller",
};

const COULD_EXPLAIN: CouldExplainWords = CouldExplainWords {
    with: "Er ",
    at: " ",
    instead_of: " i stedet for ",
    the_same_with: " Det samme sker, hvis ",
    or_with: " eller hvis ",
    also_at: " er ",
    both: "både",
};

const AND: &str = "og";
const CONSULTANT: Noun = ("konsulent", "konsulenter");
const YEAR: Noun = ("år", "år");

static VOCABULARY: Vocabulary = Vocabulary {
    numbers: NUMBERS,
    asks: ASKS,
    net: NET,
    names: NAMES,
    costs: COSTS,
    limits: LIMITS,
    could_explain: COULD_EXPLAIN,
    and: AND,
    numerals: [
        "nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten",
        "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve",
    ],
    city: "Kommunen i alt",
    service: "Service alene",
    saving_efforts: "Kun indsatser med besparelser",
    at_once: "fra begyndelsen",
    unknown: "kan ikke regnes ud",
    never_saved: "Der bliver ikke varigt sparet lige så meget, som der er brugt.",
    saved_at_once: "Allerede det første år er besparelserne mindst lige så store som udgifterne.",
    costs_stay: " ændrer ikke de samlede udgifter.",
    the_same: "De to er ens: samme notat med de samme tal.",
    nothing: "intet",
    no_payback: "ingen tilbagebetaling",
};

static LABELS: Labels = Labels {
    site: "Indsatsregner",
    navigation: "Sider",
    overview: "Overblik",
    overview_help: "Hvad hver indsats er foreslået og har fået, år for år. Beløbene står i hvert notats egne priser og er ikke \
                    regnet om, så højderne kan kun sammenlignes løst hen over årene.",
    granted: "bevilget",
    own_prices: "mærket som hvert års priser",
    proposed: "foreslået",
    proposals: "Notater",
    questions: "Spørgsmål og svar",
    questions_help: "Hvad læsere spørger om, og hvad notaterne svarer. Tallene er talt og regnet ud af notaterne.",
    see_calculated: "Se det i regnestykket:",
    post_prices: "Pris pr. årsværk",
    post_prices_help: "Notatets beløb om året delt med antallet af årsværk. Hvert beløb står i sit eget notats priser og er ikke regnet om, \
                       så en stigning kan både være pris- og lønudvikling og et dyrere årsværk.",
    post: "Årsværk",
    results: "Mål og resultat",
    results_help: "Hvad notaterne har lovet, hvad de siden har oplyst, og hvad der mangler. Hver andel står med, hvem den er af.",
    side_by_side: "Definitionerne ved siden af hinanden",
    share_of: "Andel af",
    compared_with: "Sammenlignet med",
    more_than_normal: "den normale indsats: så mange flere end i den.",
    per_cent_or_points: "Om tallet er procent eller procentpoint, siger dokumentet ikke.",
    share_counts: "Det, der tæller",
    share_when: "Hvornår",
    called_effect: "Notatet kalder det effekt",
    also_said: "Hvad notatet ellers siger",
    never_reported: "Intet senere notat har et resultat.",
    no_later_note: "Der er ingen senere notater her.",
    target_people: "Målgruppe",
    as_table: "Tallene som tabel",
    findings: "Uenigheder",
    findings_help: "Notaterne siger ikke altid det samme, hverken som hinanden eller som sig selv. Her lægges alt det, der burde \
                    stemme, ved siden af hinanden. Tal uden enhed er beløb i 1.000 kr.",
    all_documents: "alle notater",
    show: "Vis",
    could_explain: "Kan forklares af:",
    agreeing: "Det, der stemmer, og det, der ikke kan afgøres",
    disagreement: "uenighed",
    other_notes: "Andre notater og udgaver",
    efforts: "Indsatserne hver for sig",
    effort: "Indsats",
    citizens: "Borgere",
    per_citizen: "Pr. plads",
    per_outcome: "Pr. borger i job",
    give_back: "Fjern de lånte besparelser",
    decision: "Det handler notatet om",
    text_read: "Teksten",
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
    cost_per_citizen: "Udgift pr. plads om året",
    cost_per_outcome: "Udgift pr. borger i job eller uddannelse",
    posts: "Årsværk",
    count_posts: "Antal konsulenter",
    chart: "Udgifter minus besparelser, lagt sammen år for år",
    chart_help: "Over nul er der brugt mere, end der er sparet. Indsatsen er tjent hjem, når linjen når nul og bliver under.",
    chart_reader: "dit regnestykke",
    chart_note: "notatet",
    chart_as_table: "Tallene i kurven som tabel",
    year: "År",
    chart_unit: "mio. kr.",
    thousands: "1.000 kr.",
    paid_back_in: "tjent hjem i",
    by_the_rest: "kun ved resteffekten",
    who_pays: "Hvem betaler, og hvem sparer",
    who_pays_help: "Den, der betaler, er ofte ikke den, der sparer. Beløb i 1.000 kr., lagt sammen over alle år.",
    who: "Set fra",
    costs: "Udgifter",
    savings: "Besparelser",
    net: "Netto",
    paid_back: "Tjent hjem",
    table: "Notatets tabel, regnet efter",
    table_help: "Beløb i 1.000 kr. Besparelser har minus. Under et ændret beløb står notatets eget.",
    activity: "Aktivitet",
    in_all: "I alt",
    changed: "ændret",
    share_more: "Del, citér eller lav en QR-kode",
    share_sheet: "Del …",
    by_mail: "Send som mail",
    cite: "Citér svaret",
    qr: "QR-kode til linket",
    qr_too_long: "Linket er for langt til en QR-kode.",
    link_title: "Din titel på linket",
    sender_title: "Afsenderens titel",
    copy_link: "Kopiér link",
    link_copied: "Linket er kopieret.",
    link_by_hand: "Browseren ville ikke kopiere. Her er linket:",
    link_notices: "Noget i linket kunne ikke bruges",
    dismiss: "Luk",
    cannot_compute: "Det kan ikke regnes ud med de tal. Sæt et af dem tilbage.",
    no_notes: "Siden kunne ikke læse sine egne data. Hent den igen; bliver det ved, er det en fejl hos os.",
    about: "Alt regnes ud i din browser, og intet sendes nogen steder hen. Tallene er Københavns Kommunes egne; \
            teksten er vores.",
    close_explanation: "Luk forklaringen",
    computed_with: "Regnet med",
    press_a_number: "Tryk på et understreget tal for at se, hvordan det er regnet ud.",
    also_counted: "Regnet på andre måder:",
    show_calculation: "Vis regnestykket",
    left_at_end: "Brugt minus sparet, lagt sammen ved udgangen af hvert år:",
    changed_by_you: "ændret af dig",
    tornado: "Hvad flytter mest",
    tornado_help: "Hver forudsætning for sig, resten som nu. Søjlen viser udgifter minus besparelser over alle år, når tallet er \
                   lavere eller højere end nu. Intervallet er notatets eget, hvor det har et; ellers ±20 %, som er vores valg. Indsatsens længde er ikke \
                   med, for med den skifter årene, og tal, der er 0, er det heller ikke.",
    tornado_table: "Tallene i søjlerne som tabel",
    lower: "Lavt tal",
    higher: "Højt tal",
    ends_from: "Intervallet er",
    hangs_on: "Hvad svaret hænger på",
    all_limits: "Se grænsen for alle tal",
    break_even: "Hvor går grænsen",
    break_even_help: "Hvad hver forudsætning skal være, for at indsatsen er tjent hjem i tide, når resten er som nu. Indsatsens længde er ikke med: den skal ikke tjenes hjem ved at stoppe før. Tryk på et tal for at se det regnet ud.",
    within_years: "Tjent hjem senest i år",
    no_payback: "Uden besparelser er der ingen tilbagebetaling at finde grænsen for.",
    map: "To forudsætninger på én gang",
    map_help: "Hvert punkt er regnet helt igennem. Flyt en skyder, og kortet følger med.",
    map_across: "Vandret",
    map_up: "Lodret",
    map_table: "Kortet som tabel",
    map_reads: "Punktet",
    map_keys: "Kort over to forudsætninger. Brug piletasterne for at flytte punktet, Enter for at regne videre derfra.",
    now: "nu",
    go_there: "Regn videre herfra",
    save_svg: "Gem som SVG",
    save_png: "Gem som PNG",
    without_changes: "uden dine ændringer",
    appropriation: "bevilling",
    seen_from: "Set fra",
    languages: "Sprog",
    abbreviations: "Forkortelser",
    parts_of_note: "Notatets sider",
    calculator: "Regnestykket",
    sensitivity: "Følsomhed",
    compare: "Sammenlign",
    method: "Metode og kilder",
    statement_link: "Tilgængelighedserklæring",
    method_screen: MethodLabels {
        help: "Hvordan notaternes tal bliver til svarene på siden, hvor tallene kommer fra, og hvad de ikke kan sige.",
        chapters: "På denne side",
        rules_help: "Hver række i et notats tabel regnes på en af fire måder:",
        rules: &[
            Term { name: "Årsværk", danish: None, meaning: "antal årsværk × hvad et årsværk koster om året" },
            Term { name: "Fast beløb", danish: None, meaning: "det samme beløb hvert år" },
            Term { name: "Pr. borger", danish: None, meaning: "antal borgere × et beløb pr. borger" },
            Term {
                name: "Pr. borger i job",
                danish: None,
                meaning: "antal borgere × årets andel i job eller uddannelse × et beløb pr. borger i job eller uddannelse",
            },
        ],
        steps: &[
            Term {
                name: "Hvilke år",
                danish: None,
                meaning: "En række tæller i de år, hvor indsatsen kører. Nogle rækker tæller kun delvis det første år, og nogle \
                          besparelser bliver ved, efter at indsatsen er stoppet.",
            },
            Term {
                name: "Fra borgere til kroner",
                danish: None,
                meaning: "Borgere ÷ sagsstamme giver konsulenter, og konsulenter × prisen på et årsværk giver kroner. Læseren \
                          vælger, om konsulenter regnes i brøkdele eller rundes op til halve eller hele årsværk.",
            },
            Term {
                name: "Afrunding",
                danish: None,
                meaning: "Hvert beløb i tabellen rundes til hele tusinde kroner; et halvt tusind rundes væk fra nul. Summer \
                          lægger de afrundede beløb sammen, så det, der står på siden, altid kan lægges sammen.",
            },
            Term {
                name: "Tjent hjem",
                danish: None,
                meaning: "En indsats er tjent hjem det første år, hvor besparelserne har indhentet udgifterne og ikke falder \
                          bagud igen. Når indsatsen er stoppet, regnes kun resteffekten med, og ikke længere frem end 20 år, \
                          eller det, du vælger.",
            },
            Term {
                name: "Priser",
                danish: None,
                meaning: "Hvert notat står i sit eget års priser, og intet er regnet om.",
            },
            Term {
                name: "Kun kommunens penge",
                danish: None,
                meaning: "Notaterne har kun kommunens udgifter og besparelser. Hvad staten og regionen betaler eller sparer, står der \
                          ikke, og derfor regnes det ikke med.",
            },
        ],
        in_calculator: "Se det i regnestykket",
        note: "Notat",
        printed: "I notatet, som teksten er læst",
        origins_help: "Ved hver forudsætning står, hvor tallet kommer fra. Her er de talt op over alle notater og udgaver. Den sidste \
                       kolonne har dem, der kommer til, når besparelser lånes.",
        origin: "Tallet er",
        in_notes: "I notaterne",
        with_borrowed: "Ved lån",
        documents_help: "Dokumenterne er skrevet af, som teksten er læst, også hvor de tager fejl.",
        to_findings: "Hvor notaterne ikke stemmer",
        file: "Fil",
        budget: "Budget",
        prices: "Priser",
        transcribed: "Taget med",
        calculations: "Regnestykker",
        omitted: "Ikke taget med",
        citing_help: "Hvert regnestykke har sit eget link, som kan kopieres på notatets side. Skriv dato og version med, så andre \
                      kan se, hvad du så.",
        cite_page: "Siden, f.eks. til en litteraturliste",
        copy_citation: "Kopiér henvisningen",
        copy_answer: "Kopiér tallet med kilde",
        text_copied: "Teksten er kopieret.",
        text_by_hand: "Browseren ville ikke kopiere. Her er teksten:",
        short_names: "Forvaltninger og udvalg",
        glossary: &[
            Term {
                name: "årsværk",
                danish: None,
                meaning: "Arbejdet fra én person på fuld tid i et år, også når flere på deltid deler det.",
            },
            Term {
                name: "plads",
                danish: None,
                meaning: "Én borger i indsatsen ad gangen. En plads kan bruges af flere på et år; hvor mange, siger notaterne ikke.",
            },
            Term { name: "sagsstamme", danish: None, meaning: "Hvor mange borgere en konsulent har ad gangen." },
            Term {
                name: "effekt",
                danish: None,
                meaning: "Det, en indsats ændrer i forhold til, hvad der ellers var sket. Notaterne bruger ordet om andelen i job eller \
                          uddannelse; her på siden hedder den andelen.",
            },
            Term {
                name: "p/l",
                danish: None,
                meaning: "Pris- og lønniveau: det år, hvis priser og lønninger et beløb er regnet i. Løbende p/l er hvert års egne.",
            },
            Term {
                name: "styringsområde",
                danish: None,
                meaning: "Den del af kommunens budget, som et beløb hører til: service, overførsler, indsats (EI) eller \
                          efterspørgselsstyrede overførsler (EO).",
            },
            Term {
                name: "bevilling",
                danish: None,
                meaning: "Penge, som byens politikere har sat af til et formål. I tabellerne er det nummeret på den post i budgettet, \
                          de er sat af på.",
            },
            Term {
                name: "forvaltning",
                danish: None,
                meaning: "Den del af kommunens administration, der udfører arbejdet.",
            },
            Term {
                name: "udvalg",
                danish: None,
                meaning: "De politikere, der har ansvaret for en forvaltning og dens penge.",
            },
            Term {
                name: "IPS",
                danish: None,
                meaning: "Individuelt planlagt job med støtte: jobindsatsen foregår sammen med behandlingen. Forkortelsen er engelsk.",
            },
            Term {
                name: "business case",
                danish: None,
                meaning: "Et notat, der stiller udgifter op mod de besparelser, de ventes at give.",
            },
        ],
        statement: &[
            Passage {
                title: "Hvad siden går efter",
                sentences: &[
                    "Siden er lavet efter WCAG 2.2, niveau AA. Webtilgængelighedsloven kræver af offentlige myndigheder, at deres \
                         sider følger den europæiske standard EN 301 549, som bygger på WCAG 2.1, niveau AA.",
                ],
            },
            Passage {
                title: "Hvordan den er prøvet",
                sentences: &[
                    "Prøverne er automatiske og kører i Chromium.",
                    "Værktøjet axe gennemgår alle skærmbilleder.",
                    "Alle skærmbilleder skal kunne være i et vindue på 320 pixels bredde og med tekst i dobbelt størrelse uden \
                         at skulle rulles sidelæns.",
                    "Regnestykket betjenes med tastatur alene, og det prøves, at det altid kan ses, hvad der har fokus.",
                    "I Firefox og WebKit er tastatur, fokus, mørke farver og smalle vinduer set efter én gang, i november 2026.",
                ],
            },
            Passage {
                title: "Hvad der ikke er prøvet",
                sentences: &[
                    "Ingen mennesker med handicap har prøvet siden for os.",
                    "Siden er ikke gennemgået med skærmlæser, skærmforstørrer eller stemmestyring.",
                    "I andre browsere end Chromium er skærmbillederne ikke gennemgået med axe.",
                ],
            },
            Passage {
                title: "Kendte mangler",
                sentences: &[
                    "Brede tabeller skal på en smal skærm rulles sidelæns, hver i sin egen ramme.",
                    "Notaternes egne ord og rækkenavne står kun på dansk, også på den engelske side.",
                    "Citater fra skannede notater kan have læsefejl fra skanningen.",
                    "Uden JavaScript og WebAssembly kan siden ikke regne. Så kan kun notaternes tabeller læses.",
                ],
            },
            Passage {
                title: "Hvis du møder en barriere",
                sentences: &[
                    "Siden har endnu ingen udgiver. Den, der udgiver den, skal sætte sine kontaktoplysninger ind her. Indtil da \
                         hører barrierer til i projektets egen liste over fejl.",
                ],
            },
            Passage {
                title: "Tilsyn",
                sentences: &[
                    "Digitaliseringsstyrelsen fører tilsyn med offentlige myndigheders sider efter loven. Svarer udgiveren ikke, \
                         kan du henvende dig der.",
                ],
            },
        ],
    },
    tables_page: TablesLabels {
        file: "tabeller.html",
        title: "Notaternes tabeller, som teksten er læst",
        help: "Alle tabeller fra de notater, som Indsatsregner bygger på. Beløb i 1.000 kr. i hvert notats egne priser. \
               Besparelser har minus. Summer, der ikke stemmer i notatet, er ikke rettet.",
        link: "Alle notaternes tabeller, også uden JavaScript",
        row: "Række",
        lost: "* Tallet er gået tabt i skanningen af tabellen og er taget fra en anden tabel i samme notat.",
        to_calculator: "Til regneren, der kræver JavaScript og WebAssembly",
    },
    follow_again: "Lad følge",
    full_share_from_start: "fuld andel fra år 1, for indsatsen kører allerede",
    caseload_help: "IPS er netop få borgere pr. konsulent. Ingen af notaterne siger, hvad flere pr. konsulent betyder for andelen i job eller uddannelse.",
    returned: "Kommer tilbage",
    returned_total: "Kommer tilbage, alt talt med",
    payback_saving_efforts: "Tjent hjem, kun indsatser med besparelser",
    discount_rate: "Rente om året (dit valg; notaterne har ingen)",
    compared_mine: "Dit regnestykke",
    compare_with: "Sammenlign med",
    baselines: "Notater, som de er offentliggjort",
    paste_link: "Indsæt et link",
    open_pasted: "Brug linket",
    pasted_notices: "Noget i det indsatte link kunne ikke bruges",
    swap: "Byt om på de to",
    open_other: "Åbn det andet i regneren",
    choose_other: "Vælg et andet notat, indsæt et link, eller skru på et tal i regnestykket.",
    differing_drivers: "Forudsætninger, der er forskellige",
    no_differing_drivers: "Ingen af de forudsætninger, som de begge har, er forskellige.",
    driver: "Forudsætning",
    in_the_other: "i det andet",
    figure: "Nøgletal",
    difference: "Forskel",
    difference_help: "Forskellen er det første tal minus det andet.",
    rows_apart: "Tabellerne, række for række",
    rows_apart_help: "Beløb i 1.000 kr., lagt sammen over alle år. Besparelser har minus.",
    not_there: "findes ikke",
    not_comparable: "kan ikke sammenlignes",
    elsewhere: ElsewhereLabels {
        new_edition: "Der er kommet en ny version af siden.",
        reload: "Genindlæs",
        one_file: "Hent siden som én fil",
        link_copied_here: "Linket er kopieret. Det virker kun med filen her på din egen maskine.",
        embed: "Indlejr på en anden side",
        embed_help: "Sæt koden ind på din egen side. Rammen viser regnestykket, som det står nu, og har et link hertil.",
        embed_what: "Vis",
        element: "Koden",
        copy_element: "Kopiér koden",
        element_copied: "Koden er kopieret.",
        element_by_hand: "Browseren ville ikke kopiere. Her er koden:",
        preview: "Sådan ser rammen ud",
        open_page: "Åbn i Indsatsregner",
    },
    export: ExportLabels {
        title: "Tag regnestykket med",
        help: "Regnearket regner videre, når du retter i det: forudsætninger på ét ark, beregningen på et andet, kilderne ved siden af. Filerne laves i din browser.",
        save_xlsx: "Regneark (XLSX)",
        save_csv: "CSV",
        save_json: "JSON",
        preparing: "Filen gøres klar …",
        reading: "Filen læses …",
        saved: "Filen er gemt",
        failed: "Filen kunne ikke laves. Er du uden net, så prøv igen, når du er på; bliver det ved, er det en fejl hos os.",
        open_file: "Åbn en scenariefil",
        open_help: "En JSON-fil, som er gemt her. Den kan også trækkes ind på siden.",
        drop_here: "Slip filen for at åbne den",
        opened: "Filen er åbnet",
        not_one_file: "Træk én fil ind ad gangen.",
        file_remarks: "Noget i filen kunne ikke bruges",
        drivers_sheet: "Forudsætninger",
        calculation_sheet: "Beregning",
        printed_sheet: "Står i notatet",
        sources_sheet: "Kilder",
        drivers_help: "Ret i de gule celler med ramme om, så regner resten af filen videre. Fed skrift: tallet er ikke notatets.",
        in_formulas_help: "Kolonne A er det navn, tallet har i formlerne.",
        not_accepted: "Det tal kan ikke bruges",
        not_accepted_help: "Mindste og højeste værdi står i rækken. Borgere og år er hele tal.",
        posts_step: "Konsulenter rundes op til hele multipla af: 0 (rundes ikke), 0,5 eller 1; −1: lige så mange som i notatet",
        rate: "Rente om året",
        rate_origin: "dit valg; notaterne har ingen",
        rate_help: "Fra 0 til 100 %. Ændrer kun det, der er tjent hjem med rente.",
        horizon: "Så mange år frem ses der efter, om det er tjent hjem",
        answer: "Netto i 1.000 kr., og tjent hjem efter antal år",
        calculation_help: "Beløb i 1.000 kr., udgifter uden fortegn og besparelser med minus. Alt følger af arket med forudsætninger.",
        posts_block: "Årsværk",
        posts_help: "Borgere ÷ sagsstamme, rundet op som valgt, eller som i notatet; andre årsværk som angivet.",
        efforts_block: "Indsatser",
        first_year: "Tabellens første år",
        last_year: "Tabellens sidste år",
        print_more: "Udvid udskriftsområdet: de sidste år er ikke med i det.",
        amounts_block: "Poster: beløb om året",
        amounts_help: "Beløbet × den andel, der falder i hver fase, rundet til hele tusinde, et halvt væk fra nul. Den inderste ROUND fjerner regnearkets egen unøjagtighed.",
        years_block: "År for år",
        years_help: "Fase 0: ikke begyndt. 1: første år. 2: kører. 3: slut. Varer en indsats længere, kommer der flere år til.",
        year: "År",
        phase: "Fase",
        outcomes: "I job eller uddannelse",
        committees_block: "Fordelt på udvalg",
        committees_help: "Hvor udvalg deler en post, har det sidste resten, så delene giver hele beløbet.",
        views_block: "Set fra hver side",
        cumulative: "Netto, lagt sammen år for år",
        is_paid_back: "Tjent hjem (1) eller ej (0)",
        effort_costs_block: "Udgifter pr. indsats",
        payback_block: "Tjent hjem",
        payback_help: "Tjent hjem er det første år, hvorfra besparelserne ikke igen er mindre end udgifterne. Efter tabellen bliver kun det sidste års besparelse ved, den efter indsatsen. Svaret står først; til højre for det står, hvad det er regnet af.",
        seen_from: "Set fra",
        payback_years: "Tjent hjem efter antal år",
        calendar_year: "Kalenderår",
        in_table: "Sker i tabellens år nr. (0: ikke)",
        left_at_end: "Mangler, når tabellen slutter",
        saving_goes_on: "Besparelse, der bliver ved",
        years_before: "Hele år før det sker",
        left_before: "Mangler, når året begynder",
        net_of_year: "Årets nettobesparelse",
        all_costs: "Alle udgifter",
        largest_saving: "Største besparelse på et år",
        interest_help: "Det, der mangler, vokser hvert år med renten. Det er tjent hjem, når der ikke mangler noget, regnet i hele øre.",
        left_with_interest: "mangler, med renter",
        left_discounted: "i første års penge",
        years_after: "År efter tabellen",
        no_costs: "ingen udgifter",
        no_savings: "ingen besparelser",
        figures_help: "Tal for ét år gælder det sidste år, hvor alle indsatser kører.",
        figures_year: "Året for tallene herunder",
        returned_help: "Besparelser ÷ udgifter: over alle tabellens år, og i det sidste år, hvor alle indsatser med besparelser kører.",
        returned_year: "Året med fuld besparelse",
        in_that_year: "I det år",
        consultants: "Konsulenter",
        cost: "Udgift",
        saving: "Besparelse",
        printed_title: "Hvad der står i notatet, og hvad der er regnet ud",
        printed_help: "Beløb i 1.000 kr., som notatets tekst er læst. Til højre: beregnet minus læst. Uændret skal alle forskelle være nul.",
        as_printed: "Læst",
        computed_minus_printed: "Beregnet minus læst",
        written: "Skrevet",
        version: "Version",
        rules: "Regler",
        rules_help: "Hver post rundes til hele tusinde kroner; alt derefter lægger afrundede beløb sammen. Beløb er i notatets egne priser og er ikke regnet om.",
        link: "Link til regnestykket",
        lines_block: "Poster",
        findings_help: "Hvor notatet er uenigt med sig selv eller et andet notat.",
        columns: ColumnLabels {
            section: "Afsnit",
            id: "Id",
            name: "Navn",
            name_in_formulas: "Navn i formler",
            driver: "Forudsætning",
            value: "Værdi",
            unit: "Enhed",
            note_value: "Notatets værdi",
            lowest: "Mindst",
            highest: "Højst",
            origin: "Tallet",
            explanation: "Forklaring",
            number: "Tal",
            file: "Fil",
            place: "Sted",
            row: "Række",
            quote: "Notatets ord",
            row_in_note: "Række i notatet",
            basis: "Hvorfor den regnes sådan",
            line: "Post",
            effort: "Indsats",
            committee: "Udvalg",
            side: "Side",
            area: "Område",
            area_and_committee: "Område og udvalg",
            share: "Andel",
            in_all: "I alt",
            full_amount: "Fuldt beløb om året",
            share_first_year: "Andel første år",
            share_running: "Andel, mens den kører",
            share_afterwards: "Andel bagefter",
            first_year: "Første år",
            running: "Mens den kører",
            afterwards: "Bagefter",
            years: "Antal år",
            stopped_from: "Stoppet fra",
            citizens: "Borgere",
            consultants: "Konsulenter",
            posts: "Årsværk",
            kind: "Slags",
            what: "Hvad",
            comment: "Forklaring, og hvad regneren gør",
            one_side: "Den ene side",
            other_side: "Den anden side",
        },
        about_section: "Om filen",
        driver_section: "Forudsætning",
        kroner: "kr.",
    },
};

/// The end of a notice about a value that could not be set: which value the driver keeps.
const fn kept(driver: &Driver) -> &'static str {
    match driver.origin {
        Origin::Stated(_) => "Notatets tal står.",
        Origin::Derived { .. } | Origin::Borrowed { .. } | Origin::Assumed { .. } => "Tallet står, som det stod.",
    }
}

/// What follows the year of a payback that comes only when the efforts have stopped.
fn rest(by_the_rest: bool) -> String {
    if by_the_rest { format!(", {}", LABELS.by_the_rest) } else { String::new() }
}

/// What the tables end with, and how long the last saving takes to cover it; `None` where nothing is left after the tables.
fn left_and_after(tables: &str, check: &PaybackCheck) -> Option<String> {
    let (costs, savings, last) = check.cells;
    let left = costs.plus(savings);
    let Payback::Reached { years, .. } = check.computed else { return None };
    (left > Thousands::ZERO).then(|| {
        format!(
            "{tables} slutter med {} tilbage ({}): udgifter på {} minus besparelser på {}. Bliver de sidste {} om året ved, går der \
             {} i alt",
            DANISH.cell(left),
            LABELS.thousands,
            DANISH.cell(costs),
            DANISH.cell(savings.negated()),
            DANISH.cell(last.negated()),
            NUMBERS.counted(years, YEAR)
        )
    })
}

impl Words for Danish {
    fn vocabulary(&self) -> &'static Vocabulary {
        &VOCABULARY
    }

    fn noun(&self, unit: Unit) -> Noun {
        match unit {
            Unit::Citizens | Unit::CitizensPerPost => ("borger", "borgere"),
            Unit::Posts => ("årsværk", "årsværk"),
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear => ("kr.", "kr."),
            Unit::Share => ("%", "%"),
            Unit::Years => YEAR,
            Unit::Factor => ("gange", "gange"),
        }
    }

    fn nth_year(&self, years: Decimal) -> String {
        format!("{}. år", DANISH.exact(years))
    }

    fn comes_to(&self, net: Ordering) -> &'static str {
        match net {
            Ordering::Less => "besparelse i alt",
            Ordering::Equal => "går lige op",
            Ordering::Greater => "udgift i alt",
        }
    }

    fn budget(&self, year: Year) -> String {
        format!("budget {year}")
    }

    fn in_budget(&self, note: &str, year: Year) -> String {
        format!("{note} i budget {year}")
    }

    fn table(&self, number: &str) -> String {
        format!("tabel {number}")
    }

    fn section(&self, number: &str) -> String {
        format!("afsnit {number}")
    }

    fn row(&self, label: &str) -> String {
        format!("rækken {}", self.quoted(label))
    }

    fn the(&self, body: &str) -> String {
        body.to_owned()
    }

    fn per_consultant(&self, citizens: &str) -> String {
        format!("{citizens} pr. konsulent")
    }

    fn in_a_job(&self, citizens: &str) -> String {
        format!("{citizens} i job eller uddannelse")
    }

    fn phase(&self, phase: Phase) -> &'static str {
        match phase {
            Phase::Before => "før indsatsen",
            Phase::First => "første år",
            Phase::Running => "mens indsatsen kører",
            Phase::After => "efter indsatsen",
        }
    }

    fn rounded_up(&self, exact: &str, posts: &str, counted_in: &str) -> String {
        format!("{exact} bliver til {posts}, for der regnes i {counted_in}.")
    }

    fn posts_stay(&self, posts: &str) -> String {
        format!("Antallet er som i notatet: {posts}. Sagsstammen følger borgerne.")
    }

    fn rounded(&self, cell: &str) -> String {
        format!("Afrundet til hele tusinder: {cell}")
    }

    fn adds_up(&self, whole: &str) -> String {
        format!("I alt {whole}")
    }

    fn saved_by(&self, year: Year) -> String {
        format!("Ved udgangen af {year} er der sparet mindst lige så meget, som der er brugt.")
    }

    fn left_after(&self, years: &str, left: &str, gain: &str) -> String {
        format!("Efter {years} mangler {left}, og det næste år giver {gain}")
    }

    fn discounted_by(&self, divisor: &str) -> String {
        format!("For hvert år efter det første er beløbet divideret med {divisor}.")
    }

    fn change(&self, changed: &Changed<'_>) -> String {
        let (before, after) = NUMBERS.before_and_after(changed, self.noun(changed.driver.unit));
        format!("{} fra {before} til {after}", self.named(&changed.driver.mention))
    }

    fn counting(&self, posts: PostsCount) -> String {
        match posts {
            PostsCount::AsInNote => "lige så mange konsulenter som i notatet".to_owned(),
            posts => format!("konsulenter regnet i {}", self.posts_count(posts)),
        }
    }

    fn more_changes(&self, more: usize) -> String {
        if more == 1 { "1 ændring mere".to_owned() } else { format!("{more} ændringer mere") }
    }

    fn having(&self, changes: &str) -> String {
        capitalised(changes)
    }

    fn still_none(&self, net_changes: bool) -> &'static str {
        if net_changes {
            " giver stadig ingen tilbagebetaling, men "
        } else {
            " giver stadig ingen tilbagebetaling og flytter ikke nettobeløbet."
        }
    }

    fn stays(&self, moment: &str, net_changes: bool) -> String {
        if net_changes {
            format!(" flytter ikke tilbagebetalingen fra {moment}, men ")
        } else {
            format!(" flytter hverken tilbagebetalingen ({moment}) eller nettobeløbet.")
        }
    }

    fn moves(&self, from: Option<&str>) -> String {
        match from {
            Some(moment) => {
                format!(" flytter tilbagebetalingen fra {} til ", with_closing_comma(moment.to_owned()))
            }
            None => " flytter tilbagebetalingen til ".to_owned(),
        }
    }

    fn no_costs_left(&self, start: Phrase) -> Phrase {
        start.plain(" fjerner alle udgifter, så der er ").strong("intet at tjene hjem").plain(".")
    }

    fn no_savings_left(&self, start: Phrase) -> Phrase {
        start.plain(" fjerner ").strong("alle besparelser").plain(".")
    }

    fn costs_go(&self, from: &str) -> String {
        format!(" ændrer de samlede udgifter fra {from} til ")
    }

    fn both_give(&self, start: Phrase, returned: Pair<(String, Year)>) -> Phrase {
        let is_same = !returned.differs();
        let Pair { left: (left, year), right: (right, other_year) } = returned;
        if is_same {
            return start.plain("Alt talt med giver begge ").strong(left).plain(format!(" i {year}."));
        }
        start
            .plain("Alt talt med giver det første ")
            .strong(left)
            .plain(format!(" i {year} og det andet "))
            .strong(right)
            .plain(format!(" i {other_year}."))
    }

    fn both_paid_back(&self, start: Phrase, payback: Pair<Payback>) -> Phrase {
        let clause = |start: Phrase, subject: &str, payback: Payback| match payback {
            Payback::Reached { years, year, by_the_rest } => start
                .plain(format!("{subject} er tjent hjem i "))
                .strong(year.to_string())
                .plain(format!(" ({}{})", self.nth_year(years), rest(by_the_rest))),
            Payback::NotWithin { horizon, .. } => {
                start.plain(format!("{subject} er ")).strong(format!("ikke tjent hjem inden for {horizon} år"))
            }
            Payback::OnlyAfterwards => start.plain(format!("{subject} er tjent hjem, men {}", LABELS.by_the_rest)),
            Payback::NoSavings => start.plain(format!("{subject} har ingen besparelser at tjene udgiften hjem med")),
            Payback::NoCosts => start.plain(format!("{subject} har ingen udgifter at tjene hjem")),
        };
        if payback.differs() {
            let start = clause(start, "Det første", payback.left).plain(", og ");
            return clause(start, "det andet", payback.right).plain(".");
        }
        match payback.left {
            Payback::Reached { .. } | Payback::OnlyAfterwards => clause(start, "Begge", payback.left).plain("."),
            Payback::NotWithin { horizon, .. } => {
                start.plain("Ingen af dem er ").strong(format!("tjent hjem inden for {horizon} år")).plain(".")
            }
            Payback::NoSavings => start.plain("Ingen af dem har besparelser at tjene udgiften hjem med."),
            Payback::NoCosts => start.plain("Ingen af dem har udgifter at tjene hjem."),
        }
    }

    fn gives(&self, years: &str, own: Option<&str>) -> String {
        let own = own.map(|own| format!("; {own}")).unwrap_or_default();
        full_stop(format!(", kommer {years} frem{own}"))
    }

    fn in_own_range(&self, value: &str, range: &str) -> String {
        format!("{value} ligger inden for notatets egne {range}")
    }

    fn own_alternative(&self, value: &str, name: &str) -> String {
        format!("{value} står også i notatet: {name}")
    }

    fn also_between(&self, lowest: &str, highest: &str) -> String {
        full_stop(format!("Det gælder alle prøvede værdier fra {lowest} til {highest}"))
    }

    fn could_be_why(&self, numbers: usize) -> String {
        let number = if numbers == 1 { "tallet" } else { "tallene" };
        format!("Det kan forklare {number}, men notatet siger det ikke.")
    }

    fn nothing_gives(&self, years: &str) -> String {
        format!("Ingen af de værdier, vi har prøvet, giver {years}.")
    }

    fn tried(&self, values: usize, drivers: usize) -> String {
        format!(
            "Vi har prøvet {} af {}, én ad gangen.",
            NUMBERS.counted(Decimal::from(values), ("værdi", "værdier")),
            NUMBERS.counted(Decimal::from(drivers), ("forudsætning", "forudsætninger")),
        )
    }

    fn chosen_give(&self, years: &str) -> String {
        format!("Med de valgte værdier kommer {years} frem.")
    }

    fn tables_and_after(&self, check: &PaybackCheck) -> Option<String> {
        let tables = match check.basis {
            PaybackBasis::Total => "Alt talt med: tabellerne",
            PaybackBasis::Service => "På service alene: tabellerne",
        };
        left_and_after(tables, check).map(full_stop)
    }

    fn target_changed(&self, change: Change, before: &str, share_before: &str, share: &str) -> String {
        match change {
            Change::Share => {
                format!("Før var målet {share_before} ({before}). Hvorfor det nu er {share}, står der ikke.")
            }
            Change::Definition => {
                format!("Tallet er det samme som før ({before}), men det, der tæller, er et andet.")
            }
            Change::People => format!("Tallet er det samme som før ({before}), men målgruppen er en anden."),
        }
    }

    fn target_dropped(&self, newest: &str) -> String {
        format!("Det nyeste notat om indsatsen har ikke målet ({newest}).")
    }

    fn reported(&self, measure: &str, period: &str, document: &str, target: Option<&str>) -> String {
        let against = target.map(|target| format!(" Målet var {target}.")).unwrap_or_default();
        format!("{measure} ({period}; {document}).{against}")
    }

    fn other_denominator(&self, target: Denominator, result: Denominator) -> String {
        match target {
            Denominator::NotSaid => format!(
                "De to tal er ikke målt ens: resultatet er af {}; hvem målet er af, står der ikke",
                self.denominator(result)
            ),
            Denominator::NormalEffort => format!(
                "De to tal er ikke målt ens: målet er en sammenligning med den normale indsats, resultatet en andel af {}",
                self.denominator(result)
            ),
            target => format!(
                "De to tal er ikke målt ens: målet er af {}, resultatet af {}",
                self.denominator(target),
                self.denominator(result)
            ),
        }
    }

    fn also_counts(&self, also: &str) -> String {
        format!("Resultatet tæller også {also} med")
    }

    fn follow_up_promised(&self, document: &str, follow_up: &FollowUp) -> String {
        let (says, when) = (self.named(&follow_up.says), self.named(&follow_up.when));
        let document = with_closing_comma(document.to_owned());
        if follow_up.happens {
            format!("{document} lovede, at {says} {when}.")
        } else {
            format!("{document} lovede at følge op på, {says}: {when}.")
        }
    }

    fn reported_since(&self, period: &str, document: &str) -> String {
        format!("Det tal, der er kommet siden, er for {period} ({document}).")
    }

    fn without_target(&self, says: &str, place: &str) -> String {
        format!("{says} ({place}). Der er intet mål for det.")
    }

    fn per_post(&self, amount: &str) -> String {
        format!("{amount} pr. årsværk")
    }
}

impl Danish {
    /// The start of the answer: what the efforts are given, and from whose side they are looked at.
    fn answer_start(&self, answer: &Answer<'_>, verb: &str) -> Phrase {
        let citizens = answer.citizens.map(|citizens| self.value(citizens, Unit::Citizens));
        let share = answer.effect.map(|share| format!("{} i job eller uddannelse", DANISH.percent(share)));
        let with: Vec<String> = citizens.into_iter().chain(share).collect();
        let perspective = match answer.perspective {
            Perspective::Total | Perspective::SavingEfforts => String::new(),
            Perspective::Service => ", på service alene, ".to_owned(),
            committee @ Perspective::Committee(_) => format!(", set fra {}, ", self.the(self.perspective(committee))),
        };
        let with_perspective = |words: String| {
            if perspective.is_empty() { format!("{words} ") } else { format!("{words}{perspective}") }
        };
        let effort = answer.only_effort.map_or("indsatsen".to_owned(), |name| uncapitalised(self.named(name)));
        if answer.efforts > 1 {
            Phrase::default()
                .plain("De ")
                .strong(answer.efforts.to_string())
                .plain(with_perspective(format!(" indsatser {verb} tilsammen")))
        } else if with.is_empty() {
            Phrase::default().plain(with_perspective(format!("{} {verb}", capitalised(&effort))))
        } else {
            Phrase::default()
                .plain("Med ")
                .strong(join(&with, AND))
                .plain(with_perspective(format!(" {verb} {effort}")))
        }
    }
}

/// The answers to the questions that readers ask.
impl Danish {
    /// The name of an effort for the middle of a sentence.
    fn effort_of(&self, note: Note<'_>, effort: usize) -> String {
        uncapitalised(note.variant.efforts.get(effort).map_or("", |effort| self.named(&effort.name)))
    }

    fn variant_of(&self, note: Note<'_>) -> String {
        self.named(&note.variant.name).to_owned()
    }

    /// The name of a note without its edition.
    fn note_of(&self, document: &Document) -> String {
        self.document_name(&DocumentName { edition: None, ..document.name() })
    }

    fn targets_met(&self, results: &[TargetMet<'_>], tally: &aims::Tally) -> Phrase {
        let of_result = |met: &TargetMet<'_>| {
            let (share, target) = (DANISH.percent(met.share), DANISH.percent(met.target));
            let rest = format!(" mod målets {target} i {}", uncapitalised(self.named(met.effort)));
            Phrase::default().strong(share).plain(rest)
        };
        let verdict = match results.iter().filter(|met| met.share >= met.target).count() {
            0 => "Nej, ikke hvor der er målt: ",
            all if all == results.len() => "Ja, hvor der er målt: ",
            _ => "Kun nogle af dem: ",
        };
        let apart = if results.iter().all(|met| met.is_alike) {
            ""
        } else {
            " Mål og måling er ikke opgjort ens; se Mål og resultat."
        };
        let missing = DANISH.exact(Decimal::from(tally.due.saturating_sub(tally.reported)));
        Phrase::default().plain(verdict).then(phrases(results.iter().map(of_result))).plain(format!(
            ".{apart} Af {}, som et senere notat kunne have oplyst, mangler {missing}.",
            NUMBERS.counted(Decimal::from(tally.due), ("opfølgning", "opfølgninger"))
        ))
    }

    fn cheaper_scenario(&self, cheaper: &CheaperScenario<'_>) -> Phrase {
        let (left, right) = (self.variant_of(cheaper.notes.left), self.variant_of(cheaper.notes.right));
        let is_half = cheaper.posts == Decimal::new(5, 1);
        let posts = if is_half { "et halvt årsværk".to_owned() } else { self.value(cheaper.posts, Unit::Posts) };
        let reason = cheaper.reason.as_ref().map_or_else(
            || ".".to_owned(),
            |(remark, administrations)| {
                let document = cheaper.notes.left.document;
                let quote = self.quoted(&rejoined(&remark.source.quote));
                let place = self.place(&self.document(document), &remark.source);
                format!(" i {}. Notatet begrunder det selv: {quote} ({place}).", administrations_of(administrations))
            },
        );
        Phrase::default()
            .plain(format!("{} koster ", with_closing_comma(left)))
            .strong(NUMBERS.in_short(cheaper.a_year))
            .plain(" mindre om året og ")
            .strong(NUMBERS.in_short(cheaper.in_all))
            .plain(format!(" mindre i alt end {right}. Forskellen er "))
            .strong(posts)
            .plain(format!("{reason} Hvad det betyder for andelen i job eller uddannelse, står der ikke noget om."))
    }

    fn unchanged_costs(&self, all: &[Unchanged<'_>]) -> Phrase {
        let of_effort = |one: &Unchanged<'_>| {
            let (size, more) =
                if one.more < Thousands::ZERO { (one.more.negated(), "mindre") } else { (one.more, "mere") };
            let (effort, note) = (self.effort_of(one.note, one.effort), self.variant_of(one.note));
            Phrase::default()
                .strong(NUMBERS.in_short(size))
                .plain(format!(" {more} om året til {effort} ({note}: "))
                .strong(self.exact_millions(one.cost))
                .plain(")")
        };
        phrases(all.iter().map(of_effort)).plain(
                    " end det seneste, der er bevilget. Forslaget er i sit eget års priser og bevillingen i sine, så forskellen \
                     kan være pris- og lønudvikling alene.",
                )
    }

    fn afterwards_not_said(&self, all: &[EndsEarly<'_>]) -> Phrase {
        let of_effort = |one: &EndsEarly<'_>| {
            format!("{} til og med {} ({})", self.effort_of(one.note, one.effort), one.last, self.variant_of(one.note))
        };
        let efforts = in_list(all.iter().map(of_effort));
        Phrase::default()
            .plain("Der søges kun penge til ")
            .strong(efforts)
            .plain(". Hvad der sker bagefter, står der ikke noget om.")
    }

    fn money_in_all(&self, all: &[Money<'_>]) -> Phrase {
        let of_effort = |money: &Money<'_>| {
            let other = money.other.map(|(document, apart)| {
                let size = if apart < Thousands::ZERO { apart.negated() } else { apart };
                let more = if apart < Thousands::ZERO { "mindre" } else { "mere" };
                format!("; {} har {} {more}", with_closing_comma(self.document(document)), self.exact_millions(size))
            });
            let asked = money.asked.iter().map(|(note, sum)| {
                let rest = format!(" i {}", self.variant_of(*note));
                Phrase::default().strong(self.exact_millions(*sum)).plain(rest)
            });
            let granted = format!(
                " bevilget i {} ({}{}), og der søges om ",
                span(money.years),
                self.document(money.document),
                other.unwrap_or_default()
            );
            Phrase::default()
                .plain(format!("{}: ", capitalised(&self.effort_of(money.newest.0, money.newest.1))))
                .strong(self.exact_millions(money.granted))
                .plain(granted)
                .then(join_phrases(asked.collect(), "eller"))
                .plain(". ")
        };
        all.iter()
            .map(of_effort)
            .fold(Phrase::default(), Phrase::then)
            .plain("Beløbene er i hvert notats og hvert års egne priser og er ikke regnet om.")
    }

    fn consultants_over_time(&self, all: &[Consultants<'_>]) -> Phrase {
        let of_note = |one: &Consultants<'_>| {
            let rest = format!(" i {} ({})", self.effort_of(one.note, one.effort), self.variant_of(one.note));
            Phrase::default().strong(DANISH.rounded(one.posts, 2)).plain(rest)
        };
        phrases(all.iter().map(of_note)).plain(".")
    }

    fn who_pays_and_saves(&self, it: &WhoPays<'_>) -> Phrase {
        let kroner = |returned: Decimal| format!("{}\u{a0}kr.", DANISH.fixed(returned, 2));
        let start = Phrase::default()
            .plain(format!("For hver krone, der bruges ifølge {}, kommer der ", self.variant_of(it.note)))
            .strong(kroner(it.total))
            .plain(format!(" tilbage i {}", span(it.years)));
        let start = match it.service {
            Some(returned) => start.plain(", på service alene ").strong(kroner(returned)),
            None => start,
        };
        let of_committee = |sides: &Sides| {
            let phrase = Phrase::default()
                .plain(format!(" {} betaler ", capitalised(&self.the(self.perspective(sides.perspective)))))
                .strong(NUMBERS.in_short(sides.costs))
                .plain(" og sparer ")
                .strong(NUMBERS.in_short(sides.savings));
            let phrase = match sides.returned {
                Some(returned) => phrase.plain(", altså ").strong(kroner(returned)).plain(" for hver krone"),
                None => phrase,
            };
            phrase.full_stop()
        };
        it.committees.iter().map(of_committee).fold(start.full_stop(), Phrase::then)
    }

    fn claimed(&self, claim: &Claim<'_>) -> Phrase {
        let start = Phrase::default()
            .plain(format!(
                "Ved udgangen af {} er der ifølge {} sparet ",
                claim.margin.end_of,
                self.variant_of(claim.note)
            ))
            .strong(NUMBERS.in_short(claim.margin.balance.negated()))
            .plain(" mere, end der er brugt; brugt er ")
            .strong(NUMBERS.in_short(claim.margin.spent))
            .full_stop()
            .plain(" Når resten er som i notatet, er løftets grænser disse. ");
        let driver = |ix: DriverIx| claim.note.variant.driver(ix);
        let limits =
            claim.limits.iter().filter_map(|(ix, limit)| Some(self.break_even(driver(*ix)?, limit).plain(" ")));
        limits.fold(start, Phrase::then).plain("Renten må højst være ").strong(DANISH.percent(claim.rate)).plain(".")
    }

    fn target_became_another(&self, pair: &Pair<(&Document, Decimal, Denominator)>) -> Phrase {
        let of_target = |(document, share, of): (&Document, Decimal, Denominator)| {
            let than = if of == Denominator::NormalEffort { "flere end i" } else { "af" };
            format!("{} {than} {} ({})", DANISH.percent(share), self.denominator(of), self.note_of(document))
        };
        Phrase::default()
            .plain("Fra ")
            .strong(of_target(pair.left))
            .plain(" til ")
            .strong(of_target(pair.right))
            .plain(". Hvorfor, står der ikke noget om.")
    }

    fn evaluated(&self, document: &Document, evaluation: &FollowUp, comparison: &FollowUp) -> Phrase {
        let by = evaluation.by.as_ref().map(|by| self.named(by)).unwrap_or_default();
        Phrase::default().plain(format!("Ifølge {}: ", self.document(document))).strong(by).plain(format!(
            " ({}). Sammenligningen skulle gøres op {}. Intet senere notat har den.",
            self.named(&evaluation.when),
            self.named(&comparison.when)
        ))
    }

    fn editions_granted(&self, efforts: &[EditionsOf<'_>]) -> Phrase {
        let named = |document: &Document| document.edition.as_ref().map(|it| self.named(it).to_owned());
        let of_effort = |effort: &EditionsOf<'_>| {
            let fitting: Vec<String> = effort.fitting.iter().filter_map(|document| named(document)).collect();
            let fitting = if fitting.is_empty() { "ingen af dem".to_owned() } else { in_list(fitting) };
            let amounts = each_once(effort.proposed.iter().map(|(_, amount)| *amount));
            let proposed = in_list(amounts.into_iter().map(|amount| {
                let by = effort.proposed.iter().filter(|(_, proposed)| *proposed == amount);
                let by = in_list(by.filter_map(|(document, _)| named(document)));
                format!("{} ({by})", NUMBERS.in_short(amount))
            }));
            let granted = NUMBERS.in_short(effort.granted);
            let name = capitalised(self.named(effort.effort));
            Phrase::default()
                .plain(format!(" {name}: "))
                .strong(format!("passer med {fitting}"))
                .plain(format!("; foreslået er {proposed} om året, bevilget {granted}"))
                .full_stop()
        };
        let start = "Det siger notaterne ikke, men beløbene kan holdes op mod det, der senere står som bevilget.";
        efforts.iter().map(of_effort).fold(Phrase::default().plain(start), Phrase::then)
    }
}

impl Danish {
    fn indexed(&self, indexed: &Indexed<'_>) -> Phrase {
        let count = |number: usize| DANISH.exact(Decimal::from(number));
        let start = Phrase::default()
            .plain("Det ser ikke sådan ud: ")
            .strong(format!("{} af {}", count(indexed.level), count(indexed.several)))
            .plain(" bevillinger, der gælder flere år, er det samme beløb i alle årene.");
        if indexed.proposed == 0 {
            return start;
        }
        let same = indexed.proposed.saturating_sub(indexed.moved.len());
        let moved = in_list(indexed.moved.iter().map(|(effort, proposed, granted)| {
            let effort = uncapitalised(self.named(effort));
            format!("{effort} (foreslået {}, bevilget {})", NUMBERS.in_short(*proposed), NUMBERS.in_short(*granted))
        }));
        let rest = match indexed.moved.len() {
            0 => String::new(),
            1 => format!(" Kun ét beløb er et andet: {moved}."),
            _ => format!(" Andre beløb: {moved}."),
        };
        start
            .plain(format!(" Af de {} kan ", count(indexed.several)))
            .strong(count(indexed.proposed))
            .plain(format!(" holdes op mod et forslag i faste priser, og {} er præcis det beløb.{rest}", count(same)))
    }
}

/// The short names of administrations within a sentence.
fn administrations_of(administrations: &[Administration]) -> String {
    let names = administrations.iter().filter_map(|administration| CITY.administration(*administration));
    in_list(names.map(|body| body.short.clone()))
}

fn phrases(parts: impl Iterator<Item = Phrase>) -> Phrase {
    join_phrases(parts.collect(), AND)
}

/// What stands on service alone.
impl Danish {
    /// `others` are the notes that have the same as service.
    fn not_service(&self, outside: &OutsideService<'_>, own: &str, others: &str) -> String {
        let names = outside.lines.iter().map(|line| self.quoted(self.named(&line.name)));
        let areas = each_once(outside.lines.iter().map(|line| self.area(line.area).to_owned()));
        format!(
            "Service alene kan ikke sammenlignes: I {own} er {} af udgifterne {} ({}), og {others} som service.",
            DANISH.percent(rounded(outside.share, 2)),
            in_list(areas),
            in_list(names)
        )
    }
}

/// The parts of a list in a sentence.
fn in_list(parts: impl IntoIterator<Item = String>) -> String {
    join(&parts.into_iter().collect::<Vec<_>>(), AND)
}

impl Danish {
    /// The answer where a payback comes only once the efforts have stopped.
    fn paid_back_by_the_rest(&self, answer: &Answer<'_>, years: Decimal, year: u32) -> Phrase {
        let start = |verb: &str| self.answer_start(answer, verb);
        let it = if answer.efforts > 1 { "de" } else { "den" };
        let until = answer.runs_until;
        match (answer.returned_year_after_year(), answer.loses_every_year) {
            (Some(returned), true) => start("koster")
                .plain(format!("hvert år mere, end {it} sparer: "))
                .strong(self.per_krone(returned))
                .plain(format!(
                    " i {}. Bliver resteffekten ved, når {it} stopper, er {it} tjent hjem i {year}.",
                    answer.returned.year
                )),
            (Some(returned), false) => start("giver").strong(self.per_krone(returned)).plain(format!(
                " i {}. Stopper {it} efter {until}, har {it} kostet mere, end {it} har sparet; bliver resteffekten ved, er {it} \
                 tjent hjem i {year}.",
                answer.returned.year
            )),
            (None, loses_every_year) => {
                let start = if loses_every_year {
                    start("koster").plain(format!("mere, end {it} sparer, mens {it} kører"))
                } else {
                    start("mangler").plain(format!("{} ved udgangen af {until}", self.short_millions(answer.short)))
                };
                start
                    .plain(format!(". Bliver resteffekten ved, er {it} "))
                    .strong(format!("tjent hjem i {year}"))
                    .plain(format!(", det {}.", self.nth_year(years)))
            }
        }
    }
}

impl Wording for Danish {
    fn language(&self) -> Language {
        Language::Danish
    }

    fn labels(&self) -> &'static Labels {
        &LABELS
    }

    fn quoted(&self, words: &str) -> String {
        format!("”{words}”")
    }

    fn answer(&self, answer: &Answer<'_>) -> Phrase {
        let start = |verb: &str| self.answer_start(answer, verb);
        let it = if answer.efforts > 1 { "de" } else { "den" };
        let until = answer.runs_until;
        let sentence = match (answer.returned_year_after_year(), answer.payback) {
            (_, Payback::Reached { years, year, by_the_rest: true }) => self.paid_back_by_the_rest(answer, years, year),
            (Some(returned), payback) => {
                let start =
                    start("giver").strong(self.per_krone(returned)).plain(format!(" i {}.", answer.returned.year));
                match payback {
                    Payback::Reached { year, .. } if returned >= Decimal::ONE => start.plain(format!(
                        " {} tjent hjem i {year}.",
                        if answer.efforts > 1 { "De er" } else { "Den er" }
                    )),
                    Payback::Reached { year, .. } => start.plain(format!(
                        " Kører {it} kun {}, er {it} tjent hjem i {year}.",
                        span((answer.years.0, until))
                    )),
                    _ => start.plain(format!(
                        " Stopper {it} efter {until}, er {it} ikke tjent hjem inden for {} år.",
                        answer.horizon
                    )),
                }
            }
            (None, Payback::Reached { years, year, .. }) if years == Decimal::ONE => {
                start("er").plain("tjent hjem ").strong(format!("allerede i {year}")).plain(", det 1. år.")
            }
            (None, Payback::Reached { years, year, .. }) => {
                let nth = format!(", det {}.", self.nth_year(years));
                start("er").plain("tjent hjem ").strong(format!("i {year}")).plain(nth)
            }
            (None, Payback::NotWithin { .. }) if answer.ahead_for_a_while().is_some() => {
                let year = answer.ahead_for_a_while().unwrap_or_default();
                let costs = format!("ender med at koste {}", self.millions(answer.net));
                start("er")
                    .plain(format!("foran i {year}, men "))
                    .strong(costs)
                    .plain(format!(" mere, end {it} sparer i {}.", span(answer.years)))
            }
            (None, Payback::NotWithin { horizon, .. }) => {
                let sentence = start("er").strong(format!("ikke tjent hjem inden for {horizon} år")).plain(".");
                match answer.returned.in_all {
                    Some(returned) => sentence.plain(format!(
                        " For hver krone kommer der {} kr. tilbage i {}.",
                        DANISH.fixed(returned, 2),
                        span(answer.years)
                    )),
                    None => sentence,
                }
            }
            (None, Payback::NoSavings) => {
                let why = match (answer.states_savings, answer.efforts > 1) {
                    (true, _) => "Der er ingen besparelser at tjene udgiften hjem med.",
                    (false, true) => "Notatet oplyser ingen besparelser, så det siger ikke, hvornår de er tjent hjem.",
                    (false, false) => {
                        "Notatet oplyser ingen besparelser, så det siger ikke, hvornår den er tjent hjem."
                    }
                };
                start("koster").strong(self.millions(answer.cost)).plain(format!(" i {}. {why}", answer.year))
            }
            (None, Payback::OnlyAfterwards) => {
                start("er").plain("tjent hjem, men ").strong(LABELS.by_the_rest).plain(".")
            }
            (None, Payback::NoCosts) => start("er").strong("gratis").plain(", så der er intet at tjene hjem."),
        };
        match (answer.payback, answer.borrowed_from) {
            (Payback::Reached { .. } | Payback::NotWithin { .. }, Some(budget)) => {
                let share = answer.share_on_all_places.map(|of| format!(" {}", self.share_on_all_places(of)));
                sentence.plain(share.unwrap_or_default()).plain(format!(" Besparelserne er lånt fra {budget}."))
            }
            _ => sentence,
        }
    }

    fn overview_title(&self, covered: &Covered) -> String {
        let granted = format!("{} år bevilget", spelled_out(&VOCABULARY, covered.granted));
        let proposed = match covered.proposed {
            0 => String::new(),
            proposed => format!(", {} foreslået", spelled_out(&VOCABULARY, proposed)),
        };
        format!("{}: {granted}{proposed}", span(covered.years))
    }

    fn also_said(&self, said: &AlsoSaid<'_>) -> String {
        let says = self.named(said.says());
        match said {
            AlsoSaid::Remark(_) => full_stop(says.to_owned()),
            AlsoSaid::Count(count) => {
                let up_to = match count.least {
                    Some(least) if least.is_zero() => "Op mod ".to_owned(),
                    Some(least) => format!("{}–", DANISH.exact(least)),
                    None => String::new(),
                };
                full_stop(format!("{up_to}{} {says}", FindingWords::number(self, count.number, count.unit, false)))
            }
        }
    }

    fn borrow_from(&self, lender: &Document) -> String {
        format!("Lån besparelserne fra {}", lender.budget)
    }

    fn borrow_help(&self, lender: Note<'_>) -> String {
        let Document { budget, price_level, .. } = lender.document;
        let efforts = join(&lending_efforts(self, lender.variant), AND);
        let about = lender.variant.savings_about.as_ref();
        let about = about.map(|about| format!(" og gælder {}", self.named(about))).unwrap_or_default();
        format!(
            "Notatet oplyser ingen besparelser. Business casen fra {budget} gør, og dens besparelse pr. borger i job kan lånes \
             til {efforts}. Den er i {price_level}-priser{about}. Alt lånt er mærket."
        )
    }

    fn borrowed_line(&self, lender: &Lender) -> String {
        format!(" · lånt fra business casen {}", lender.budget)
    }

    fn borrowed_savings(&self, lender: &Lender) -> String {
        format!("besparelser lånt fra {}", lender.budget)
    }

    fn example_help(&self, example: &Document) -> String {
        format!(
            "Tallene er fra business casen i budget {} og bliver regnet ud her på siden. Hvert tal bygger på dem før det.",
            example.budget
        )
    }

    fn cite_answer(&self, example: &Document) -> String {
        format!("Et tal, f.eks. til en avis: svaret fra {}, som notatet er offentliggjort", example.budget)
    }

    fn payback_help(&self, stating: &[&Document]) -> String {
        let others = "og kun for deres IPS-indsats, mens alle udgifter tæller med.";
        match stating {
            [Document { budget, price_level, .. }] => format!(
                "Kun business casen fra {budget} oplyser besparelser. De andre notater står her med besparelser lånt fra den, \
                 i {price_level}-priser, {others}"
            ),
            several => format!(
                "Kun business casene fra {} oplyser besparelser. De andre notater står her med besparelser lånt fra en af dem, \
                 i dens priser, {others}",
                join(&budgets(several), AND)
            ),
        }
    }

    fn note_line(&self, note: Note<'_>) -> String {
        let years = span((note.variant.first, note.variant.last));
        format!("{} · {years} · {}, ikke omregnet", self.named(&note.variant.name), self.prices(note.document))
    }

    fn group(&self, group: Group) -> &'static str {
        match group {
            Group::Citizens => "Borgere og sagsstamme",
            Group::Staff => "Årsværk, og hvad de koster om året",
            Group::Effect => "Andel i job eller uddannelse",
            Group::Savings => "Besparelser om året pr. borger i job eller uddannelse",
            Group::Period => "Periode",
        }
    }

    fn note_value(&self, value: &str) -> String {
        format!("notatet: {value}")
    }

    fn note_value_as(&self, origin: &Origin, value: &str) -> String {
        match origin {
            Origin::Stated(_) => self.note_value(value),
            Origin::Derived { lender: None, .. } => format!("udledt: {value}"),
            Origin::Derived { lender: Some(_), .. } => format!("lånt, udledt der: {value}"),
            Origin::Borrowed { .. } => format!("lånt: {value}"),
            Origin::Assumed { .. } => format!("antaget: {value}"),
        }
    }

    fn restore_driver(&self, name: &str, value: &str) -> String {
        format!("Sæt {name} tilbage til {value}")
    }

    fn origin(&self, origin: &Origin) -> &'static str {
        match origin {
            Origin::Stated(_) => "står i notatet",
            Origin::Derived { lender: None, .. } => "udledt af notatet",
            Origin::Derived { lender: Some(_), .. } => "udledt af det notat, der lånes fra",
            Origin::Borrowed { .. } => "lånt fra et andet notat",
            Origin::Assumed { .. } => "antaget af os",
        }
    }

    fn interval(&self, interval: Interval, unit: Unit) -> String {
        let (low, below) = NUMBERS.interval(interval, unit, self.noun(unit));
        format!("Alle tal mellem {low} og {below} giver de beløb, der står i notatet.")
    }

    fn use_alternative(&self, name: &str, value: &str) -> String {
        format!("Brug {value}: {name}")
    }

    fn another_length(&self, published: &str) -> String {
        format!(
            "Resteffekten er den, der er tilbage efter {published}. Efter en anden længde siger notaterne ikke noget om den."
        )
    }

    fn with_posts_as_in_note(&self, sentence: &str) -> String {
        format!("{sentence}; konsulenterne er lige så mange som i notatet")
    }

    fn posts_count(&self, posts: PostsCount) -> &'static str {
        match posts {
            PostsCount::Exact => "brøkdele",
            PostsCount::Half => "halve årsværk",
            PostsCount::Whole => "hele årsværk",
            PostsCount::AsInNote => "som i notatet: sagsstammen følger borgerne",
        }
    }

    fn figures_seen_from(&self, perspective: Perspective) -> Option<String> {
        let from = match perspective {
            Perspective::Total => return None,
            Perspective::Service => "på service alene".to_owned(),
            Perspective::SavingEfforts => "kun for indsatser med besparelser".to_owned(),
            committee @ Perspective::Committee(_) => format!("set fra {}", self.the(self.perspective(committee))),
        };
        Some(format!(
            "Kroner pr. krone, tilbagebetaling, netto og udgift om året er {from}. Resten er for hele notatet."
        ))
    }

    fn payback(&self, payback: Payback, interpolated: Payback) -> Figure {
        let figure = |value: &str, detail: &str| Figure { value: value.to_owned(), detail: detail.to_owned() };
        match (payback, interpolated) {
            (Payback::Reached { years, year, by_the_rest }, Payback::Reached { years: exact, .. }) => {
                let reached = match rounded(exact, 2) {
                    zero if zero.is_zero() => {
                        ": besparelserne er fra begyndelsen mindst så store som udgifterne".to_owned()
                    }
                    years => format!(" (nul nås efter {})", NUMBERS.counted(years, YEAR)),
                };
                let rest = if by_the_rest { format!(" · {}", LABELS.by_the_rest) } else { String::new() };
                let detail = format!("{}{reached}{rest}", self.nth_year(years));
                figure(&year.to_string(), &detail)
            }
            (Payback::Reached { years, year, by_the_rest }, _) => {
                figure(&year.to_string(), &format!("{}{}", self.nth_year(years), rest(by_the_rest)))
            }
            (Payback::OnlyAfterwards, _) => figure(LABELS.by_the_rest, ""),
            (Payback::NotWithin { horizon, ahead: None }, _) => {
                figure(&format!("Ikke inden for {horizon} år"), "besparelserne når ikke op på udgifterne inden da")
            }
            (Payback::NotWithin { horizon, ahead: Some(year) }, _) => {
                figure(&format!("Ikke inden for {horizon} år"), &format!("er foran i {year}, men ikke varigt"))
            }
            (Payback::NoSavings, _) => figure("Ikke til at sige", "der er ingen besparelser i regnestykket"),
            (Payback::NoCosts, _) => figure("Straks", "der er ingen udgifter"),
        }
    }

    fn payback_in_short(&self, payback: Payback) -> String {
        match payback {
            Payback::Reached { years, year, by_the_rest } => {
                format!("{year} ({}{})", self.nth_year(years), rest(by_the_rest))
            }
            Payback::OnlyAfterwards => LABELS.by_the_rest.to_owned(),
            Payback::NotWithin { horizon, .. } => self.not_within(horizon),
            Payback::NoSavings => "ikke til at sige".to_owned(),
            Payback::NoCosts => "ingen udgifter".to_owned(),
        }
    }

    fn printed_payback(&self, check: &PaybackCheck, explaining: Option<&Driver>) -> Option<String> {
        if check.agrees() {
            return None;
        }
        let basis = match check.basis {
            PaybackBasis::Total => ", alt talt med",
            PaybackBasis::Service => " på service alene",
        };
        let tables = match check.computed {
            Payback::Reached { years, .. } => match left_and_after("Tabellerne", check) {
                Some(sum) => format!("{sum}; det er vores regning, ikke notatets."),
                None => format!("Tabellerne giver {}.", NUMBERS.counted(years, YEAR)),
            },
            Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoSavings => {
                "Tabellerne giver ingen tilbagebetaling.".to_owned()
            }
            Payback::NoCosts => "Tabellerne har ingen udgifter.".to_owned(),
        };
        let printed = NUMBERS.counted(Decimal::from(check.printed), YEAR);
        let with = explaining.map(|driver| {
            let (name, value) = (self.named(&driver.mention), self.value(driver.value, driver.unit));
            format!(", når {name} er de {value}, der regnes med")
        });
        Some(format!(
            "Notatet skriver {printed}{basis}, men det kan ikke genfindes{}. {tables}",
            with.unwrap_or_default()
        ))
    }

    fn in_year(&self, year: Year) -> String {
        format!("i {year}")
    }

    fn of_which_consultants(&self, consultants: Decimal) -> String {
        format!("heraf {}", NUMBERS.counted(rounded(consultants, 2), CONSULTANT))
    }

    fn area(&self, area: Area) -> &'static str {
        match area {
            Area::Service => "Service",
            Area::Transfers => "Overførsler",
            Area::Programme => "Indsats (EI)",
            Area::DemandLedTransfers => "Efterspørgselsstyrede overførsler (EO)",
        }
    }

    fn discounted_left(&self, left: &str) -> String {
        format!(", derefter mangler {left}")
    }

    fn granted_from(&self, document: &Document, rows: &[(&Table, &Row)]) -> String {
        let place = |(table, row): &(&Table, &Row)| {
            format!("{}, {}", self.table_or_section(&table.place), self.row(&row.label))
        };
        let rows: Vec<String> = rows.iter().map(place).collect();
        format!("Det bevilgede står i {}: {}.", self.document(document), rows.join("; "))
    }

    fn title_help(&self, longest: usize) -> String {
        format!("Står øverst hos dem, der åbner linket. Højst {longest} tegn.")
    }

    fn goes_on(&self, last: Year, saving: Thousands) -> String {
        let saving = self.quantity(Quantity::Cell(saving.negated()));
        format!("Efter {last} bliver besparelsen på {saving} om året ved, til alt er tjent hjem.")
    }

    fn goes_on_in_vain(&self, last: Year, saving: Thousands, horizon: u32) -> String {
        let saving = self.quantity(Quantity::Cell(saving.negated()));
        format!("Efter {last} bliver besparelsen på {saving} om året ved, men det er ikke nok inden for {horizon} år.")
    }

    fn printed(&self, printed: &Printed) -> String {
        let place = format!("{}, {}", self.table_or_section(&printed.place), self.row(&printed.row));
        match printed.cell {
            Some(cell) => format!("I notatet står {} ({place}).", self.quantity(Quantity::Cell(cell))),
            None => format!("I notatet står intet tal her ({place})."),
        }
    }

    fn read_by(&self, read_by: ReadBy) -> &'static str {
        match read_by {
            ReadBy::Machine => {
                "Teksten er læst med maskine. Står et tal eller et ord anderledes i kommunens PDF, gælder PDF’en."
            }
            ReadBy::Scan => {
                "Teksten er læst med maskine fra en scanning, og noget af den er gået tabt. Står et tal eller et ord \
                 anderledes i kommunens PDF, gælder PDF’en."
            }
        }
    }

    fn denominator(&self, of: Denominator) -> &'static str {
        match of {
            Denominator::InEffort => "dem, der er i indsatsen",
            Denominator::Completed => "dem, der har afsluttet indsatsen",
            Denominator::Left => "deltagerne, som vi læser som alle, der har forladt indsatsen, afsluttet eller ej",
            Denominator::Attended => "dem, der kom til arrangementet",
            Denominator::NormalEffort => "den normale indsats",
            Denominator::NotSaid => "står der ikke",
        }
    }

    fn no_cost_per_outcome(&self, effort: &str, of: Denominator) -> String {
        match of {
            Denominator::NotSaid => {
                format!("{effort}: ingen udgift pr. borger i job, for notatet siger ikke, hvem andelen er af.")
            }
            of => format!(
                "{effort}: ingen udgift pr. borger i job, for andelen er af {}. Hvor mange det er, siger notatet ikke.",
                self.denominator(of)
            ),
        }
    }

    fn outcomes_compared(&self, compared: OutcomesCompared) -> Option<&'static str> {
        match compared {
            OutcomesCompared::Alike => None,
            OutcomesCompared::SameShareOtherPosts => Some(
                "Begge er regnet med den samme andel i job eller uddannelse, selv om der ikke er lige mange årsværk. Om \
                 andelen så bliver den samme, siger notaterne ikke.",
            ),
            OutcomesCompared::OtherDenominator => {
                Some("Udgiften pr. borger i job bliver ikke sammenlignet: de to andele er ikke af de samme mennesker.")
            }
            OutcomesCompared::SeveralEfforts => Some(
                "Udgiften pr. plads og pr. borger i job bliver kun sammenlignet, hvor begge har én indsats, for hver indsats \
                 har sine egne borgere.",
            ),
        }
    }

    fn range_origin(&self, from: sensitivity::From) -> &'static str {
        match from {
            sensitivity::From::Document => "notatets eget",
            sensitivity::From::Alternatives => "notatets andre tal",
            sensitivity::From::Assumed => "±20 %, vores valg",
        }
    }

    fn years_between(&self, from: u32, to: u32) -> String {
        match (from, to) {
            (0, to) => format!("senest {to}. år"),
            (from, to) if from == to => format!("{from}. år"),
            (from, to) => format!("{from}.–{to}. år"),
        }
    }

    fn later_than(&self, years: u32) -> String {
        format!("efter {years}. år")
    }

    fn follows(&self, leader: &str, is_tied: bool) -> String {
        if is_tied { format!("Følger {leader}") } else { format!("Følger ikke længere {leader}") }
    }

    fn follow_again(&self, name: &str, leader: &str) -> String {
        format!("Lad {name} følge {leader} igen")
    }

    fn returned(&self, returned: Returned, (first, last): (Year, Year)) -> Figure {
        let year = returned.year;
        let value = |returned: Option<Decimal>| returned.map(|returned| self.per_krone(returned));
        Figure {
            value: value(returned.in_year).unwrap_or_else(|| VOCABULARY.unknown.to_owned()),
            detail: match value(returned.in_all) {
                Some(in_all) => format!("i {year}; {in_all} i {first}–{last}"),
                None => format!("i {year}"),
            },
        }
    }

    fn not_within(&self, horizon: u32) -> String {
        format!("ikke inden for {horizon} år")
    }

    fn per_krone(&self, returned: Decimal) -> String {
        format!("{} kr. pr. krone", DANISH.fixed(returned, 2))
    }

    fn per_krone_in(&self, years: (Year, Year)) -> String {
        format!("Kr. pr. krone, {}", span(years))
    }

    fn headline(&self, first: Year, headline: Headline) -> String {
        let (paid_back, net) = match headline {
            Headline::PaidBack { years, by_the_rest, net } => {
                let year = year_of(first, years);
                (format!("tjent hjem i {year} ({}{})", self.nth_year(years.into()), rest(by_the_rest)), net)
            }
            Headline::NotWithin(net) => ("ikke tjent hjem".to_owned(), net),
            Headline::NoCosts(net) => ("intet at tjene hjem".to_owned(), net),
            Headline::Costs(costs) => {
                return format!("udgifter på {} i alt, ingen besparelser", self.exact_millions(costs));
            }
        };
        let net = self.net_amount(net);
        format!("{paid_back}, netto {} ({})", net.value, net.detail)
    }

    fn unreadable(&self, reason: Unreadable, unit: Unit) -> String {
        let example = NUMBERS.example(unit);
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
            Rejection::TooLow(low) => full_stop(format!("Tallet skal være mindst {}", value(low))),
            Rejection::TooHigh(high) => full_stop(format!("Tallet kan højst være {}", value(high))),
            Rejection::TooFine(0) => "Skriv et helt tal.".to_owned(),
            Rejection::TooFine(1) => "Skriv højst 1 decimal.".to_owned(),
            Rejection::TooFine(decimals) => format!("Skriv højst {decimals} decimaler."),
        }
    }

    fn notice(&self, notice: &Notice<'_>) -> String {
        match notice {
            Notice::OtherHeadline { first, was, now } => format!(
                "Da linket blev lavet, viste siden: {}. Nu viser den: {}. Enten er tal eller beregning rettet siden da, eller \
                 også er linket ikke nået helt frem.",
                self.headline(*first, *was),
                self.headline(*first, *now)
            ),
            Notice::UnknownYears(years) => {
                format!(
                    "Siden kan ikke lede efter tilbagebetaling inden for ”{years}” år. Vælg fra 1 til {}.",
                    link::LONGEST_WITHIN
                )
            }
            Notice::UnknownHorizon(years) => {
                let choices = join(&Horizon::ALL.map(|horizon| horizon.years().to_string()), "eller");
                format!("”{years}” er ikke et antal år, siden kan se frem. Vælg {choices}.")
            }
            Notice::UnknownRate(rate) => {
                format!("”{rate}” er ingen rente, siden kan regne med. Den skal være fra 0 til 100 %.")
            }
            Notice::UnknownLanguage(code) => format!("Siden findes ikke på sproget ”{code}”. Du ser den på dansk."),
            Notice::UnknownPerspective(id) => format!("Notatets penge kan ikke ses fra ”{id}”. Du ser kommunen i alt."),
            Notice::UnknownNumber(id) => format!("Notatet har intet tal med navnet ”{id}” at forklare."),
            Notice::UnknownChapter(id) => format!("Metode og kilder har intet afsnit med navnet ”{id}”."),
            Notice::UnknownScreen(id) => format!("Der er ingen side med navnet ”{id}”."),
            Notice::OtherVersion(version) => format!(
                "Linket er skrevet i version ”{version}”, og siden her kender version {}. Det, den forstod, er sat ind.",
                link::VERSION
            ),
            Notice::UnknownNote { id, shown } => {
                let shown = if shown.variant.states_savings() {
                    format!("business casen fra {}", shown.document.budget)
                } else {
                    format!("notatet ”{}”", self.note_name(*shown))
                };
                format!("Der er intet notat med navnet ”{id}”. Du ser {shown}.")
            }
            Notice::UnknownDriver(id) => format!("Notatet har ingen forudsætning med navnet ”{id}”."),
            Notice::Unreadable { driver, value } => {
                format!("{}: ”{value}” kan ikke læses som et tal. {}", self.named(&driver.name), kept(driver))
            }
            Notice::Rejected { driver, value, rejection } => {
                let why = self.rejected(*rejection, driver);
                format!("{}: ”{value}” kan ikke bruges. {why} {}", self.named(&driver.name), kept(driver))
            }
            Notice::UnknownSavings(id) => format!("Der er ingen besparelser at låne fra ”{id}” til dette notat."),
            Notice::UnknownPosts(value) => format!("Konsulenter kan ikke regnes i ”{value}”. De regnes i brøkdele."),
            Notice::CaseloadFollows(driver) => format!(
                "{}: Tallet i linket er ikke brugt. Linket siger, at antallet af konsulenter er som i notatet, og så følger sagsstammen borgerne.",
                self.named(&driver.name)
            ),
            Notice::Fragment(part) => format!("”{part}” siger ikke, hvad det hører til."),
            Notice::Repeated(key) => format!("”{key}” står der to gange. Den sidste gælder."),
        }
    }

    fn aim_part(&self, part: AimPart) -> &'static str {
        match part {
            AimPart::Promised => "Lovet",
            AimPart::Changed => "Ændret",
            AimPart::Reported => "Målt",
            AimPart::Written => "Notatet skriver",
            AimPart::FollowedUp => "Fulgt op",
            AimPart::Missing => "Mangler",
            AimPart::NotYet => "Venter",
        }
    }

    fn aims_tally(&self, tally: &aims::Tally) -> String {
        let count = |number: usize, noun| NUMBERS.counted(Decimal::from(number), noun);
        let aims::Tally { targets, results, due, reported } = *tally;
        let numbers = format!("{} og {}.", count(targets, ("mål", "mål")), count(results, ("resultat", "resultater")));
        let follow_ups = count(due, ("opfølgning", "opfølgninger"));
        match (due, due.saturating_sub(reported)) {
            (0, _) => numbers,
            (_, 0) => format!("{numbers} {follow_ups} kunne stå i et senere notat, og alle gør det."),
            (_, missing) => format!(
                "{numbers} {follow_ups} kunne stå i et senere notat: {} står der, {} mangler.",
                DANISH.exact(Decimal::from(reported)),
                DANISH.exact(Decimal::from(missing))
            ),
        }
    }

    fn asker(&self, asker: Asker) -> &'static str {
        match asker {
            Asker::Politician => "Når der skal besluttes",
            Asker::Journalist => "Når det skal forklares",
            Asker::Controller => "Når tallene skal efterses",
        }
    }

    fn question(&self, reply: &Reply<'_>) -> Cow<'static, str> {
        Cow::Borrowed(match reply {
            Reply::Claim(claim) => {
                let years = usize::try_from(claim.years).map(|years| spelled_out(&VOCABULARY, years));
                return Cow::Owned(format!("Hvor tyndt er løftet om {} år?", years.unwrap_or_default()));
            }
            Reply::WhoPays(_) => "Hvem betaler, og hvem sparer?",
            Reply::TargetsMet(..) => "Blev målene nået sidst?",
            Reply::CheaperScenario(_) => "Hvad mister man med det billigere scenarie?",
            Reply::Unchanged(_) => "Hvad koster ”uændret”?",
            Reply::AfterwardsNotSaid(_) => "Hvad sker der bagefter?",
            Reply::MoneyInAll(_) => "Hvor mange penge er det i alt?",
            Reply::Consultants(_) => "Hvor mange konsulenter er der over tid?",
            Reply::TargetChanged(_) => "Hvorfor blev målet et andet?",
            Reply::Evaluation(..) => "Hvem evaluerede, og hvor er sammenligningen med den normale indsats?",
            Reply::Editions(_) => "Hvilken udgave fik pengene?",
            Reply::DearerPosts(..) => "Hvor meget dyrere er et årsværk blevet?",
            Reply::OtherArea(_) => "Hvornår blev konsulenterne en anden slags udgift?",
            Reply::TimeSaved(..) => "Er besparelsen penge eller tid?",
            Reply::Overhead(..) => "Er overhead med?",
            Reply::Indexed(..) => "Er ”løbende p/l” reguleret?",
            Reply::Reimbursement => "Er besparelserne før eller efter statens refusion?",
        })
    }

    fn reply(&self, reply: &Reply<'_>) -> Phrase {
        let start = Phrase::default();
        let areas = |areas: &[Area]| in_list(areas.iter().map(|area| self.area(*area).to_owned()));
        match reply {
            Reply::TargetsMet(results, tally) => self.targets_met(results, tally),
            Reply::CheaperScenario(cheaper) => self.cheaper_scenario(cheaper),
            Reply::Unchanged(all) => self.unchanged_costs(all),
            Reply::WhoPays(it) => self.who_pays_and_saves(it),
            Reply::Claim(claim) => self.claimed(claim),
            Reply::AfterwardsNotSaid(all) => self.afterwards_not_said(all),
            Reply::MoneyInAll(all) => self.money_in_all(all),
            Reply::Consultants(all) => self.consultants_over_time(all),
            Reply::TargetChanged(pair) => self.target_became_another(pair),
            Reply::Evaluation(document, evaluation, comparison) => self.evaluated(document, evaluation, comparison),
            Reply::Editions(efforts) => self.editions_granted(efforts),
            Reply::DearerPosts(notes, all) => {
                let of_administration = |(administration, rises): &(Administration, Vec<(&Names, Decimal)>)| {
                    let rises = rises.iter().map(|(name, rise)| {
                        format!("{} {}", uncapitalised(self.named(name)), DANISH.percent(rounded(*rise, 3)))
                    });
                    let administration = administrations_of(&[*administration]);
                    start.clone().plain(format!(" I {administration}: ")).strong(in_list(rises)).plain(".")
                };
                let (from, to) = (notes.left.1, notes.right.1);
                let lead =
                    format!("Så meget er prisen på et årsværk steget fra {from} til {to}, i hvert notats egne priser.");
                let all = all.iter().map(of_administration).fold(start.clone().plain(lead), Phrase::then);
                all.plain(" Se Pris pr. årsværk på overblikket.")
            }
            Reply::OtherArea(pair) => {
                let of_note = |(document, list): &(&Document, Vec<Area>)| {
                    format!("{} i {}", areas(list), self.document(document))
                };
                start
                    .plain("Først ")
                    .strong(of_note(&pair.left))
                    .plain(", så ")
                    .strong(of_note(&pair.right))
                    .plain(". Hvorfor det skiftede, står der ikke noget om. Svar på service alene kan derfor ikke sammenlignes.")
            }
            Reply::TimeSaved(document, remark) => {
                let place = self.place(&self.document(document), &remark.source);
                start.strong(self.named(&remark.says)).plain(format!(
                    " ({place}). Tid bliver først til penge, hvis årsværkene bruges til andet eller spares; om de gør, står der ikke noget om."
                ))
            }
            Reply::Overhead(documents, all) => {
                let others = all.saturating_sub(documents.len());
                let names = in_list(documents.iter().map(|document| self.document(document)));
                start.plain("Kun ").strong(with_closing_comma(names)).plain(format!(
                    " siger, at beløbene er med direkte overhead. I de {} andre dokumenter står der ikke noget om det.",
                    spelled_out(&VOCABULARY, others)
                ))
            }
            Reply::Indexed(indexed) => self.indexed(indexed),
            Reply::Reimbursement => start.plain("Det står der ikke noget om i nogen af notaterne."),
        }
    }

    fn prices_of(&self, year: Year) -> String {
        format!("{year}-priser")
    }

    fn posts_unstated(&self, name: &str, document: &Document, cost: Thousands) -> String {
        let (document, cost) = (with_closing_comma(self.document(document)), self.kroner(Some(cost.decimal())));
        format!("{name}: {document} skriver ikke, hvor mange årsværk de {cost} om året er til.")
    }

    fn row_without_posts(&self, name: &str, amounts: &[(&Document, Thousands)]) -> String {
        let each = amounts.iter().map(|(document, amount)| {
            format!("{} i {}", self.kroner(Some(amount.decimal())), self.document_in_text(document))
        });
        format!("{name}: {} om året. Ingen af dem skriver, hvor mange årsværk det er til.", in_list(each))
    }

    fn part_in_area(&self, share: Decimal, area: Area) -> String {
        format!("heraf {} under {}", DANISH.percent(rounded(share, 2)), self.area(area))
    }

    fn existed_before(&self, year: Year, says: &str, place: &str) -> String {
        format!("Fandtes før {year}: {says} ({place}). Notaterne viser ikke, hvad det fik.")
    }

    fn chapter(&self, chapter: Chapter) -> &'static str {
        match chapter {
            Chapter::Rules => "Sådan regnes der",
            Chapter::Example => "Et eksempel regnet igennem",
            Chapter::Payback => "Tilbagebetaling på flere måder",
            Chapter::Origins => "Hvor tallene kommer fra",
            Chapter::Documents => "Dokumenterne",
            Chapter::Citing => "Sådan henviser du",
            Chapter::Glossary => "Ordliste",
            Chapter::Accessibility => LABELS.statement_link,
        }
    }

    fn convention(&self, convention: Convention) -> Meaning {
        match convention {
            Convention::FirstYear => Meaning {
                name: "I hele år",
                sentence: "Det første år, hvor besparelserne til og med det år mindst er lige så store som udgifterne, og \
                           bliver ved med at være det; indsatsens første år er det 1. Sådan kommer business casens eget tal \
                           for hele økonomien frem, og sådan regner siden.",
            },
            Convention::Interpolated => Meaning {
                name: "Med brøkdele",
                sentence: "Det tidspunkt inde i samme år, hvor nul nås, når årets penge falder jævnt over året.",
            },
            Convention::Simple => Meaning {
                name: "Enkelt forhold",
                sentence: "Alle udgifter delt med besparelsen i det år, der sparer mest. Ser ikke på, i hvilken rækkefølge pengene \
                           falder, og står her kun, hvor indsatsen også er tjent hjem i hele år, og mens den kører.",
            },
            Convention::Discounted { .. } => Meaning {
                name: "Med rente",
                sentence: "Som i hele år, men penge i senere år tæller mindre, efter en rente, du selv vælger.",
            },
        }
    }

    fn origin_kind(&self, kind: OriginKind) -> Meaning {
        match kind {
            OriginKind::Stated => {
                Meaning { name: "oplyst", sentence: "Notatet skriver tallet selv. Citat og sted står ved det." }
            }
            OriginKind::Derived => Meaning {
                name: "udledt",
                sentence: "Regnet ud af det, der står i notatet. Hvor flere tal giver de samme beløb, står spændet ved.",
            },
            OriginKind::Borrowed => Meaning {
                name: "lånt",
                sentence: "Taget fra et andet af notaterne. Besparelser lånes kun, når læseren beder om det.",
            },
            OriginKind::Assumed => Meaning {
                name: "antaget",
                sentence: "Vores tal, fordi ingen af notaterne har det. Hvorfor netop det, står ved.",
            },
        }
    }

    fn transcribed(&self, transcribed: &Transcribed) -> String {
        let Transcribed { tables, cells, statements, targets, results } = *transcribed;
        let parts = [
            (tables, ("tabel", "tabeller")),
            (cells, ("beløb i tabeller", "beløb i tabeller")),
            (statements, ("udsagn med beløb eller årstal", "udsagn med beløb eller årstal")),
            (targets, ("mål", "mål")),
            (results, ("måling", "målinger")),
        ];
        NUMBERS.listed(&parts, AND)
    }

    fn embedded(&self, embed: Embed) -> &'static str {
        match embed {
            Embed::Chart => "kurven",
            Embed::Calculator => "regnestykket",
        }
    }

    fn day(&self, day: Day) -> String {
        const MONTHS: [&str; 12] = [
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december",
        ];
        format!("{}.{NO_BREAK}{} {}", day.day, day.month_in(&MONTHS), day.year)
    }

    fn citation(&self, reading: Reading<'_>) -> String {
        let Reading { link, day, version } = reading;
        format!(
            "{} {version}. Københavns budgetnotater om job og behandling, regnet efter. Set {}. {link}",
            LABELS.site,
            self.day(day)
        )
    }

    fn frozen(&self, answer: &Phrase, note: Note<'_>, reading: Reading<'_>) -> String {
        let Reading { link, day, version } = reading;
        format!(
            "{} Kilde: Københavns Kommune, {} (budget {}), regnet efter med {} {version}, {}. {link}",
            answer.text(),
            self.named(&note.document.title),
            note.document.budget,
            LABELS.site,
            self.day(day)
        )
    }

    fn prices_apart(&self, levels: Pair<Year>) -> String {
        let Pair { left, right } = levels;
        format!(
            "Beløbene er i {left}-priser i det første og {right}-priser i det andet, ikke omregnet, så forskelle i kroner siger kun noget omtrent."
        )
    }

    fn spans_apart(&self, spans: Pair<(Year, Year)>) -> String {
        let Pair { left, right } = spans.map(span);
        format!("Summerne er over {left} i det første og {right} i det andet.")
    }

    fn share_on_all_places(&self, of: Denominator) -> String {
        match of {
            Denominator::NotSaid => {
                "Notatet siger ikke, hvem andelen er af; her er den ganget på alle pladser.".to_owned()
            }
            of => format!(
                "Andelen i job eller uddannelse er af {}; her er den ganget på alle pladser.",
                self.denominator(of)
            ),
        }
    }

    fn other_efforts(&self, efforts: Pair<String>) -> String {
        format!("De to handler om forskellige indsatser, den ene om {}, den anden om {}.", efforts.left, efforts.right)
    }

    fn effort_in(&self, effort: &str, notes: Pair<&str>) -> Pair<String> {
        Pair { left: capitalised(&format!("{effort} i {}", notes.left)), right: format!("i {}", notes.right) }
    }

    fn more_efforts(&self, note: &str, efforts: &str) -> String {
        format!("{note} har også {efforts}. De er ikke talt med i udgifterne her.")
    }

    fn outside_service(&self, outside: &OutsideService<'_>, is_first: bool) -> String {
        let (own, other) = if is_first { ("det første", "det andet") } else { ("det andet", "det første") };
        self.not_service(outside, own, &format!("{other} har det samme"))
    }

    fn outside_service_in(&self, note: Note<'_>, outside: &OutsideService<'_>) -> String {
        self.not_service(outside, self.named(&note.variant.name), "andre notater har det samme")
    }

    fn rows_alike(&self, count: usize) -> String {
        format!("{} er ens", NUMBERS.counted(Decimal::from(count), ("række", "rækker")))
    }

    fn drivers_only_in(&self, name: &str, count: usize) -> String {
        format!("{} kun i {name}", NUMBERS.counted(Decimal::from(count), ("forudsætning", "forudsætninger")))
    }

    fn unusable(&self, reason: &Unusable) -> String {
        match reason {
            Unusable::Empty => "Indsæt et link fra siden her.".to_owned(),
            Unusable::NoLink => "Det er intet link til et regnestykke. Kopiér det hele, også det efter #.".to_owned(),
            Unusable::NoNote => "Linket siger ikke, hvilket notat det handler om.".to_owned(),
            Unusable::UnknownNote(id) => format!("Linket handler om notatet ”{id}”, og det findes ikke her."),
        }
    }

    fn file_error(&self, error: &FileError) -> String {
        match error {
            FileError::TooLarge => "Filen er alt for stor til at være en scenariefil herfra.".to_owned(),
            FileError::Empty => "Filen er tom.".to_owned(),
            FileError::NotJson { line, column } => {
                format!("Filen er ikke JSON: det går galt i linje {line}, tegn {column}.")
            }
            FileError::NotAScenario => {
                "Filen er ikke en scenariefil herfra: feltet ”format” siger det ikke.".to_owned()
            }
            FileError::Missing { field, within, line } if within.is_empty() => {
                format!("Filen mangler feltet ”{field}” (linje {line}).")
            }
            FileError::Missing { field, within, line } => {
                format!("Filen mangler feltet ”{field}” i ”{within}” (linje {line}).")
            }
            FileError::Unfit { field, line, column } => {
                format!("Filen har noget andet, end der skal stå, i ”{field}” (linje {line}, tegn {column}).")
            }
            FileError::UnknownNote(id) => format!("Filen handler om notatet ”{id}”, og det findes ikke her."),
            FileError::UnknownSavings(id) => {
                format!("Filen låner besparelser fra ”{id}”, og det kan dens notat ikke.")
            }
        }
    }

    fn file_remark(&self, remark: &Remark<'_>) -> String {
        match remark {
            Remark::OtherVersion(version) => {
                format!("Filen er skrevet i version {version} af formatet. Her læses version 1.")
            }
            Remark::UnknownField(path) => format!("Feltet ”{path}” kendes ikke og er ikke brugt."),
            Remark::Notice(notice) => self.notice(notice),
            Remark::OtherResult => {
                "Filens egne resultater er ikke dem, der regnes ud her. Siden viser sine egne.".to_owned()
            }
        }
    }
}
