//! Names in older links that the notes no longer have. A migration has a name and is never removed.

use super::key;

/// A renaming of keys and ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// When it happened, and what was renamed.
    pub name: &'static str,
    /// Each old name with the new one.
    pub renamed: &'static [(&'static str, &'static str)],
}

/// Every migration, the oldest first.
pub const MIGRATIONS: [Migration; 2] = [SHORT_IDS, ONE_CALCULATOR];

/// Before version 1 was frozen, drivers had long ids that differed from note to note, and the key for borrowed savings
/// had another name.
const SHORT_IDS: Migration = Migration {
    name: "2026-11: short names",
    renamed: &[
        ("savings", "lent"),
        ("length", "years"),
        ("posts-veteran-lead", "fte-vet"),
        ("cost-veteran-lead", "pay-vet"),
        ("posts-veteran-coordinator", "fte-co"),
        ("cost-veteran-coordinator", "pay-co"),
        ("amount-children-leisure", "kids"),
        ("cost-children-leisure", "kids"),
        ("cost-ips-consultant", "pay-ips"),
        ("posts-abuse-caseworkers", "fte-drug"),
        ("cost-abuse-caseworker", "pay-drug"),
        ("posts-abuse-consultants", "fte-advisor"),
        ("cost-abuse-consultant", "pay-advisor"),
        ("posts-project-lead", "fte-lead"),
        ("cost-project-lead", "pay-lead"),
        ("posts-bif-caseworkers", "fte-bif"),
        ("cost-bif-caseworker", "pay-bif"),
        ("posts-suf-health", "fte-suf"),
        ("cost-suf-health", "pay-suf"),
        ("cost-veterans-aftercare", "after"),
        ("cost-ips-team", "pay-team"),
        ("cost-outreach", "pay-outreach"),
        ("benefits-per-outcome", "benefit"),
        ("interviews-per-outcome", "talks"),
        ("programme-per-outcome", "offers"),
        ("single-benefits-per-outcome", "one-off"),
        ("citizens-ips", "citizens"),
        ("caseload-ips", "caseload"),
        ("citizens-health", "sick"),
        ("effect-ips", "effect"),
        ("effect-health", "jobs-sick"),
        ("length-ips", "years"),
        ("length-veterans", "years-vet"),
        ("length-health", "years-sick"),
        ("effect-residual", "residual"),
        ("price-factor", "prices"),
        ("found-anyway", "anyway"),
    ],
};

/// What an answer rests on had a screen of its own, and is a part of the calculator now.
const ONE_CALCULATOR: Migration =
    Migration { name: "2026-11: sensitivity in the calculator", renamed: &[("sensitivity", "note")] };

/// The link with the current names.
pub(super) fn migrated(link: &str) -> String {
    let parts = link.split('&').map(|part| {
        let Some((key, value)) = part.split_once('=') else { return part.to_owned() };
        let prefix = [key::OTHER, key::AT].into_iter().find(|prefix| key.starts_with(prefix)).unwrap_or_default();
        let name = key.strip_prefix(prefix).unwrap_or(key);
        // The value of an axis of the map is the id of a driver, and screens have been renamed as well.
        let is_name = key::AXES.contains(&key) || key == key::SCREEN;
        let value = if is_name { current_name(value) } else { value };
        format!("{prefix}{}={value}", current_name(name))
    });
    parts.collect::<Vec<_>>().join("&")
}

fn current_name(name: &str) -> &str {
    MIGRATIONS.iter().fold(name, |name, migration| {
        migration.renamed.iter().find(|(old, _)| *old == name).map_or(name, |(_, new)| new)
    })
}
